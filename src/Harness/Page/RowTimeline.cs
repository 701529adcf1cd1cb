namespace GatewayBench;

/// <summary>What a row's exchanges came to over its measured time: rate, latency, failures, in flight.</summary>
internal static class RowTimeline
{
    public static IEnumerable<Chart> Of(RowResult row, ChartAxis axis)
    {
        var slices = Slices(row);
        double[] seconds = [.. slices.Select(slice => slice.From + slice.Seconds / 2)];
        Chart?[] charts =
        [
            TimeChart.Of(
                "Rate of successes",
                lines => ChartAxis.Counts("successes per second", lines, Units.Count),
                axis,
                seconds,
                Column("OK/s", Units.Count, s => s.Successes / s.Seconds, Enumerable.Average)
            ),
            TimeChart.Of(
                "Latency of successes",
                lines => ChartAxis.Times("from the intended start", lines),
                axis,
                seconds,
                Column("p50", Time, slice => slice.P50, Enumerable.Average),
                Column("p95", Time, slice => slice.P95, Enumerable.Max),
                Column("p99", Time, slice => slice.P99, Enumerable.Max)
            ),
            Failures(row, slices, axis, seconds),
            Statuses(slices, axis, seconds),
            TimeChart.Of(
                "In flight",
                lines => ChartAxis.Counts("requests under way", lines, Units.Count),
                axis,
                seconds,
                Column("in flight", Units.Count, slice => slice.InFlight, Enumerable.Max)
            ),
        ];
        return charts.OfType<Chart>();

        TimeColumn Column(
            string title,
            Func<double, string> text,
            Func<TimelineSlice, double?> value,
            Func<IEnumerable<double>, double> join
        ) => new(title, text, [.. slices.Select(slice => value(slice) ?? double.NaN)], join);
    }

    /// <summary>
    /// Without the last if it is a scrap: of a few milliseconds, a rate is chance.
    /// </summary>
    private static TimelineSlice[] Slices(RowResult row) =>
        row.Timeline is [.., var before, var last] && last.Seconds < before.Seconds / 2
            ? [.. row.Timeline.SkipLast(1)]
            : [.. row.Timeline];

    private static Chart? Failures(
        RowResult row,
        TimelineSlice[] slices,
        ChartAxis axis,
        double[] seconds
    )
    {
        Outcome[] classes = [.. slices.SelectMany(slice => slice.Errors.Keys).Distinct().Order()];
        var chart = TimeChart.Of(
            "Failures",
            lines => ChartAxis.Counts("failures per second, by class", lines, Units.Count),
            axis,
            seconds,
            [
                .. classes.Select(outcome => new TimeColumn(
                    outcome.Label(),
                    Units.Count,
                    [.. slices.Select(s => s.Errors.GetValueOrDefault(outcome) / s.Seconds)],
                    Enumerable.Average
                )),
            ]
        );
        return chart is null ? null : chart with { Marks = [.. FirstErrorMarks.Of(row)] };
    }

    private static Chart? Statuses(TimelineSlice[] slices, ChartAxis axis, double[] seconds) =>
        TimeChart.Of(
            "Failures that were answered",
            lines => ChartAxis.Counts("failures per second, by status", lines, Units.Count),
            axis,
            seconds,
            [
                .. slices
                    .SelectMany(slice => slice.Statuses.Keys)
                    .Distinct()
                    .Order()
                    .Select(status => new TimeColumn(
                        $"{status}",
                        Units.Count,
                        [.. slices.Select(s => s.Statuses.GetValueOrDefault(status) / s.Seconds)],
                        Enumerable.Average
                    )),
            ]
        );

    private static string Time(double microseconds) =>
        Units.Time(TimeSpan.FromMicroseconds(microseconds));
}
