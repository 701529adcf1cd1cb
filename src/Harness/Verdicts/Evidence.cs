namespace GatewayBench;

/// <summary>
/// What the pairs say for and against a change: exact one-sided p-values, each small where its
/// statement holds.
/// </summary>
/// <param name="Worse">B is worse than A by more than the tolerance.</param>
/// <param name="Better">B is better by more than that.</param>
/// <param name="NotMuchWorse">B is worse by less than delta, if at all.</param>
/// <param name="NotMuchBetter">B is better by less than that, if at all.</param>
internal sealed record Evidence(
    double Worse,
    double Better,
    double NotMuchWorse,
    double NotMuchBetter
)
{
    /// <summary>That of no pairs.</summary>
    public static readonly Evidence None = new(1, 1, 1, 1);

    /// <param name="metric">What is compared.</param>
    /// <param name="logRatios">ln(B / A) of each pair.</param>
    public static Evidence Of(PairedMetric metric, ReadOnlySpan<double> logRatios)
    {
        var gains = new double[logRatios.Length];
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] = metric.Gain(logRatios[i]);
        }
        // Better mirrors worse on the scale of logarithms: the gain that would make a loss good.
        var tolerated = metric.GainOfLoss(metric.Tolerance);
        var much = metric.GainOfLoss(metric.Delta);
        return new Evidence(
            SignedRankTest.Of(gains, tolerated).Less,
            SignedRankTest.Of(gains, -tolerated).Greater,
            SignedRankTest.Of(gains, much).Greater,
            SignedRankTest.Of(gains, -much).Less
        );
    }

    /// <summary>Several that share one alpha by Holm's procedure, each to be held against all of it.</summary>
    public static Evidence[] Sharing(IReadOnlyList<Evidence> all)
    {
        var worse = Holm.Adjusted([.. all.Select(one => one.Worse)]);
        var better = Holm.Adjusted([.. all.Select(one => one.Better)]);
        return [.. all.Select((one, i) => one with { Worse = worse[i], Better = better[i] })];
    }

    /// <param name="alpha">How likely chance may be to explain a change that is called.</param>
    /// <param name="beta">How likely a change of delta may be to be called none.</param>
    public Verdict At(double alpha, double beta) =>
        Worse <= alpha ? Verdict.Regressed
        : Better <= alpha ? Verdict.Improved
        : Math.Max(NotMuchWorse, NotMuchBetter) <= beta ? Verdict.Unchanged
        : Verdict.Inconclusive;
}
