namespace GatewayBench;

/// <summary>What scenarios' own counters, rates and trends came to.</summary>
internal static class MetricLines
{
    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from measured in PartLines
            .Flat(row.Parts)
            .Select(part => (Title: $"{row.Title()}, {part.Name}", part.Metrics))
            .Prepend((Title: row.Title(), row.Metrics))
        from metric in measured.Metrics
        where metric.Count > 0
        select $"{measured.Title}: {metric.Name} {Text(metric)}";

    private static string Text(MetricResult metric) =>
        metric.Kind switch
        {
            MetricKind.Counter => Units.Count(metric.Sum)
                + $", {Units.Count((double)metric.Sum / metric.Count)} a success",
            MetricKind.Rate => Units.Percent((double)metric.Sum / metric.Count)
                + $" ({Units.Count(metric.Sum)} / {Units.Count(metric.Count)})",
            _ => $"p50 {At(metric, 50)}, p95 {At(metric, 95)}, p99 {At(metric, 99)}, max "
                + $"{Units.Count(metric.Values!.GetMaxValue())} {metric.Unit}",
        };

    private static string At(MetricResult trend, double percentile) =>
        trend.Count >= SampleSize.NeededFor(percentile)
            ? Units.Count(trend.Values!.GetValueAtPercentile(percentile))
            : Units.Nothing;
}
