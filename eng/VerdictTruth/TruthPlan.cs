namespace GatewayBench.VerdictTruth;

/// <summary>What to measure.</summary>
/// <param name="Parts">In this order; none to report what is kept.</param>
/// <param name="Pairs">Of one build against itself.</param>
/// <param name="Runs">Comparisons of each size, and searches.</param>
/// <param name="Kept">Where it is kept.</param>
internal sealed record TruthPlan(IReadOnlyList<TruthPart> Parts, int Pairs, int Runs, KeptRuns Kept)
{
    /// <summary>How pairs are measured in all parts: what decides is the rate, which needs no open load.</summary>
    public static readonly IReadOnlyList<string> PairOptions = ["--open", "0ms"];
}
