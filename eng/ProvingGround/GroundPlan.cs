namespace GatewayBench.ProvingGround;

/// <summary>What is tried.</summary>
/// <param name="Faults">Which.</param>
/// <param name="FirstSeed">Of each fault's trials.</param>
/// <param name="Trials">Of each fault, with a seed each.</param>
/// <param name="Controls">The same of each healthy gateway.</param>
/// <param name="Keep">The file with what was tried before: trials in it are not run again.</param>
/// <param name="Reports">Where each trial's report goes; null for nowhere.</param>
/// <param name="Judge">Where the reports of trials are that are judged again, instead of being run; null for none.</param>
internal sealed record GroundPlan(
    IReadOnlyList<Fault> Faults,
    int FirstSeed,
    int Trials,
    int Controls,
    string Keep,
    string? Reports,
    string? Judge
)
{
    /// <summary>In rounds over all faults: what drifts meets all of them.</summary>
    public IEnumerable<(Fault Fault, ulong Seed)> All =>
        Enumerable
            .Range(0, Math.Max(Trials, Controls))
            .SelectMany(round =>
                Faults
                    .Where(fault => round < (fault.IsHealthy ? Controls : Trials))
                    .Select(fault => (fault, (ulong)(FirstSeed + round)))
            );
}
