namespace GatewayBench.VerdictTruth;

/// <summary>What to measure.</summary>
/// <param name="Parts">In this order; none to report what is kept.</param>
/// <param name="Pairs">Of one build against itself.</param>
/// <param name="Runs">Comparisons of each size, and searches.</param>
/// <param name="Kept">Where it is kept.</param>
internal sealed record TruthPlan(IReadOnlyList<TruthPart> Parts, int Pairs, int Runs, KeptRuns Kept)
{
    /// <summary>As usual, but without the open load: what decides is the rate.</summary>
    public static readonly IReadOnlyList<string> Usual = ["--open", "0ms"];

    /// <summary>Of the small gateway, of which there are many: half of the slices.</summary>
    public static readonly IReadOnlyList<string> Quick = [.. Usual, "--slices", "8"];
}
