namespace GatewayBench;

/// <summary>From pairs to what they say of each row and metric.</summary>
internal static class PairedResults
{
    /// <returns>The primary series first; empty without a pair that counts.</returns>
    public static IReadOnlyList<SeriesResult> Of(PairedComparison comparison)
    {
        Pair[] kept = [.. comparison.Kept];
        if (kept.Length == 0)
        {
            return [];
        }
        var primary = comparison.Plan.Primary;
        var row = kept[0].Figures[0].Row;
        PairedSeries[] all = [.. SeriesOf(kept)];
        var first = all.Single(one => one.Row == row && one.Metric == primary);
        PairedSeries[] companions = [.. all.Where(one => one.Row == row && one != first)];
        PairedSeries[] others = [.. all.Where(one => one.Row != row && one.Metric == primary)];
        var verdicts = comparison.Plan.Rule is { } rule
            ? PairedVerdicts.Of(rule, first, companions, others)
            : null;
        return
        [
            Result(first, "primary", verdicts?.Primary),
            .. companions.Select((one, i) => Result(one, "companion", verdicts?.Companions[i])),
            .. others.Select((one, i) => Result(one, "other row", verdicts?.Others[i])),
        ];
    }

    /// <summary>Whether a comparison has its verdict, or all the pairs that it may have.</summary>
    public static bool IsOver(PairedComparison comparison)
    {
        var plan = comparison.Plan;
        var kept = comparison.Kept.Count();
        return kept >= plan.MostPairs
            || plan.Rule is not null
                && comparison.Verdict is { } verdict
                && verdict != Label(Verdict.Inconclusive);
    }

    /// <summary>As files and reports have it.</summary>
    public static string Label(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static IEnumerable<PairedSeries> SeriesOf(Pair[] pairs) =>
        pairs
            .SelectMany(pair => pair.Figures)
            .Select(figure => (figure.Row, figure.Metric))
            .Distinct()
            .Select(key => new PairedSeries(
                key.Row,
                PairMetrics.Of(key.Metric),
                [
                    .. pairs.Select(pair =>
                        pair.Figures.FirstOrDefault(figure =>
                            figure.Row == key.Row && figure.Metric == key.Metric
                        )?.LogRatio
                    ),
                ]
            ))
            .Where(series => series.LogRatios.Any(ratio => ratio is not null));

    private static SeriesResult Result(PairedSeries series, string role, Finding? finding)
    {
        var known = series.KnownUpTo(series.LogRatios.Count);
        var estimate = RatioEstimate.Of(known);
        var evidence = Evidence.Of(series.Metric, known);
        return new SeriesResult(
            series.Row,
            series.Metric.Name,
            role,
            finding is { Pairs: > 0 } ? Label(finding.Verdict) : null,
            known.Length,
            finding?.Pairs ?? 0,
            estimate.Ratio,
            estimate.Interval?.Low,
            estimate.Interval?.High,
            evidence.Worse,
            evidence.Better
        );
    }
}
