namespace GatewayBench;

/// <summary>Rate and p99 of one row from run to run, with the run that the page is of marked.</summary>
internal static class HistoryChart
{
    /// <summary>As many as the table of a chart has lines.</summary>
    private const int MostRuns = 60;

    /// <summary>Of what is no commit of git's.</summary>
    private const int CommitLength = 7;

    private const string This = "this run";

    /// <param name="series">At least two runs.</param>
    /// <param name="at">When the page's own was.</param>
    public static IEnumerable<Chart> Of(BaselineSeries series, DateTimeOffset at)
    {
        var points = Newest(series.Points, at);
        Chart?[] charts =
        [
            Of(
                "Rate by run",
                "OK/s",
                lines => ChartAxis.Counts("successes per second", lines, Units.Count),
                points,
                at,
                Units.Count,
                point => point.Rate
            ),
            Of(
                "p99 by run",
                "p99",
                lines => ChartAxis.Times("latency of successes", lines),
                points,
                at,
                microseconds => Units.Time(TimeSpan.FromMicroseconds(microseconds)),
                point => point.P99 ?? double.NaN
            ),
        ];
        return charts.OfType<Chart>();
    }

    /// <summary>The newest, but from this one on where it is older than these.</summary>
    private static BaselinePoint[] Newest(IReadOnlyList<BaselinePoint> points, DateTimeOffset at)
    {
        var older = points.Count(point => point.At < at);
        return
        [
            .. points.Skip(Math.Min(older, Math.Max(0, points.Count - MostRuns))).Take(MostRuns),
        ];
    }

    private static Chart? Of(
        string title,
        string label,
        Func<IReadOnlyList<ChartLine>, ChartAxis> vertical,
        BaselinePoint[] points,
        DateTimeOffset at,
        Func<double, string> text,
        Func<BaselinePoint, double> value
    )
    {
        ChartLine[] lines =
        [
            new(
                label,
                Style: 0,
                [.. points.Select((point, i) => new ChartPoint(i, value(point)))],
                HasMarkers: true
            ),
        ];
        return lines[0].Points.All(point => double.IsNaN(point.Y))
            ? null
            : new Chart(
                title,
                "",
                ChartAxis.Runs([.. points.Select(NameOf)]),
                vertical(lines),
                lines,
                new DataTable(
                    title,
                    ["Day", "Commit", label],
                    [
                        .. points.Select(point =>
                            DataTable.Texts(
                                Units.Date(point.At) + (point.At == at ? $", {This}" : ""),
                                CommitOf(point) ?? Units.Nothing,
                                double.IsNaN(value(point)) ? Units.Nothing : text(value(point))
                            )
                        ),
                    ]
                )
            )
            {
                Marks = [new ChartMark(Array.FindIndex(points, point => point.At == at), This)],
            };
    }

    private static string NameOf(BaselinePoint point) => CommitOf(point) ?? Units.Date(point.At);

    private static string? CommitOf(BaselinePoint point) =>
        point.Commit is { } commit
            ? ForeignText.Shorten(GatewayInfo.ShortCommit(commit), CommitLength)
            : null;
}
