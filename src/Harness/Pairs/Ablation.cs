namespace GatewayBench;

/// <summary>
/// What each of several settings costs: one comparison each of the configured gateway (A) with the
/// same where the setting is switched (B), which share one alpha.
/// </summary>
internal static class Ablation
{
    /// <summary>
    /// The verdicts of the metric that decides, in order. All comparisons have one look, at their
    /// end, so that Holm's procedure takes their p-values as they are.
    /// </summary>
    /// <returns>Null for one that is not over, or that has no verdict.</returns>
    public static IReadOnlyList<Verdict?> Verdicts(IReadOnlyList<PairedComparison> all)
    {
        // All of them share alpha, those too that never came to a figure.
        var evidence = Evidence.Sharing([
            .. all.Select(one =>
                IsJudged(one) ? Evidence.Of(one.Plan.Primary, LogRatios(one)) : Evidence.None
            ),
        ]);
        return
        [
            .. all.Select(
                (one, i) =>
                    IsJudged(one)
                        ? evidence[i].At(one.Plan.Rule!.AlphaOfLook, one.Plan.Rule.BetaOfLook)
                        : (Verdict?)null
            ),
        ];
    }

    /// <summary>The pairs left, of all switches.</summary>
    public static int PairsLeft(IEnumerable<PairedComparison> all) =>
        all.Where(one => !IsOver(one)).Sum(one => one.Plan.MostPairs - one.Kept.Count());

    /// <summary>How long a pair took so far, on average, in seconds; null before the first one.</summary>
    public static double? SecondsAPair(IEnumerable<PairedComparison> all) =>
        all.SelectMany(one => one.Pairs).ToArray() is { Length: > 0 } pairs
            ? pairs.Average(pair => pair.Seconds)
            : null;

    /// <summary>Whether nothing more is to be measured of it.</summary>
    public static bool IsOver(PairedComparison one) =>
        PairedResults.IsOver(one) || one.Refusal is not null;

    private static bool IsJudged(PairedComparison one) =>
        one.Refusal is null && PairedResults.IsOver(one);

    private static double[] LogRatios(PairedComparison one)
    {
        var primary = one.Results[0];
        return
        [
            .. one
                .Kept.SelectMany(pair => pair.Figures)
                .Where(figure => figure.Row == primary.Row && figure.Metric == primary.Metric)
                .Select(figure => figure.LogRatio)
                .OfType<double>(),
        ];
    }
}
