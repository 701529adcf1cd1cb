using System.Globalization;

namespace GatewayBench;

/// <summary>A comparison as a page.</summary>
internal static class ComparisonPage
{
    public static ReportPage Of(PairedComparison comparison) =>
        new(
            comparison.IsNoise ? $"{comparison.Name}: noise" : $"{comparison.Name}: A against B",
            [.. Facts(comparison)],
            comparison.Results.Count > 0 ? [Table(comparison)] : [],
            [
                .. new ReportSection[]
                {
                    new("Discarded pairs", [.. Discarded(comparison)]),
                    new("Notes", [.. Notes(comparison)]),
                }.Where(section => section.Lines.Count > 0),
            ]
        );

    /// <summary>A median of a metric's figures, with its unit.</summary>
    public static string Figure(string metric, double? value) =>
        value is not { } known ? Units.Nothing
        : metric == PairedMetric.Rate.Name ? Units.Count(known)
        : metric == PairedMetric.Allocations.Name ? Units.Bytes(known)
        : Units.Time(TimeSpan.FromMicroseconds(known));

    private static IEnumerable<string> Facts(PairedComparison comparison)
    {
        var plan = comparison.Plan;
        var kept = comparison.Kept.Count();
        yield return ComparisonLines.Verdict(comparison);
        if (comparison.Partial)
        {
            yield return "PARTIAL: ended before its time";
        }
        yield return $"A: {comparison.A}";
        yield return $"B: {comparison.B}";
        yield return $"{plan.Conditions} an arm, seed {plan.Seed.ToString(CultureInfo.InvariantCulture)}; "
            + $"{kept} pairs, {comparison.Pairs.Count - kept} discarded"
            + (comparison.IsNoise ? "" : $"; looks after {string.Join(", ", plan.Looks)} pairs");
        yield return Fingerprint.Of(comparison.Machine).Title;
        if (!comparison.IsNoise)
        {
            yield return ComparisonLines.Reach(comparison);
        }
    }

    private static MarkdownTable Table(PairedComparison comparison)
    {
        var table = new MarkdownTable(
            "Row",
            "Metric",
            "A",
            "B",
            "Change",
            "95 % interval",
            "Pairs",
            "Verdict"
        );
        foreach (var series in comparison.Results)
        {
            table.Add(
                series.Row,
                series.Metric,
                Figure(series.Metric, MedianOf(figure => figure.A)),
                Figure(series.Metric, MedianOf(figure => figure.B)),
                Units.Change(series.Ratio),
                series.Low is null ? Units.Nothing : ComparisonLines.IntervalOf(series),
                Units.Count(series.Pairs),
                series.Verdict ?? Units.Nothing
            );

            double? MedianOf(Func<PairFigure, double?> side) =>
                Median.OfKnown(
                    comparison
                        .Kept.SelectMany(pair => pair.Figures)
                        .Where(figure => figure.Row == series.Row && figure.Metric == series.Metric)
                        .Select(side)
                );
        }
        return table.WithNote(
            comparison.IsNoise
                ? "A and B: medians over pairs of the same build, so that the change should hold 0."
                : "A and B: medians over pairs. Only the first line decides; the others are told beside it."
        );
    }

    private static IEnumerable<string> Discarded(PairedComparison comparison) =>
        from pair in comparison.Pairs
        where pair.Discarded is not null
        select $"pair {pair.Number}: {pair.Discarded}";

    private static IEnumerable<string> Notes(PairedComparison comparison) =>
        from pair in comparison.Pairs
        from note in pair.Notes
        select $"pair {pair.Number}: {note}";
}
