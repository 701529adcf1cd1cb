namespace GatewayBench;

/// <summary>Where a search for the breakpoint has found the edge.</summary>
/// <param name="Held">The most users that were served; 0 for none.</param>
/// <param name="Failed">The fewest that were not; null if all that were tried were served.</param>
/// <param name="Steps">In the order in which they ran.</param>
public sealed record BreakpointResult(int Held, int? Failed, IReadOnlyList<BreakpointStep> Steps)
{
    /// <summary>What all steps say together, in the order of their users; null where they are too few.</summary>
    public CapacityEstimate? Capacity { get; init; }

    /// <summary>Whether the most users that were tried were served.</summary>
    internal bool HoldsToTheEnd => Steps is [.., { Verdict: StepVerdict.Held }] && Failed is null;
}
