using System.Globalization;

namespace GatewayBench;

/// <summary>Latency by percentile, all rows in one chart, as HdrHistogram's own tools plot it.</summary>
internal static class PercentileChart
{
    private const int TicksPerHalf = 5;
    private const int MostLowLabels = 20;
    private static readonly double[] Shown = [50, 75, 90, 95, 99, 99.9, 99.99, 99.999];

    /// <returns>Null without a row that has a percentile.</returns>
    public static Chart? Of(IReadOnlyList<RowResult> rows)
    {
        ChartLine[] lines =
        [
            .. rows.Select((row, i) => new ChartLine(Label(row, i), i, Points(row.Latency)))
                .Where(line => line.Points.Count > 1),
        ];
        if (lines.Length == 0)
        {
            return null;
        }
        var highest = lines.SelectMany(line => line.Points).Max(point => point.X);
        return new Chart(
            "Latency of successes",
            "Each line ends at the highest percentile that its number of samples supports.",
            ChartAxis.Percentiles(highest),
            ChartAxis.Times("from the intended start", lines),
            lines,
            Table(rows, highest)
        )
        {
            Height = lines.Length > MostLowLabels ? ChartHeight.Highest : ChartHeight.High,
        };
    }

    /// <summary>What must not be used is marked where it is looked at.</summary>
    private static string Label(RowResult row, int index) =>
        (index + 1).ToString(CultureInfo.InvariantCulture)
        + (row.Invalid.Count > 0 ? " \u2717" : "");

    private static ChartPoint[] Points(LongHistogram latency) =>
        [
            .. latency
                .Percentiles(TicksPerHalf)
                .Where(value =>
                    value.PercentileLevelIteratedTo is var percentile
                    && percentile < 100
                    && latency.TotalCount >= SampleSize.NeededFor(percentile)
                )
                .Select(value => new ChartPoint(
                    value.PercentileLevelIteratedTo,
                    // Below a microsecond nothing is told apart, and 0 has no place on a logarithm.
                    Math.Max(1, value.ValueIteratedTo / 1e3)
                )),
        ];

    private static DataTable Table(IReadOnlyList<RowResult> rows, double highest)
    {
        double[] columns = [.. Shown.Where(percentile => percentile <= highest)];
        return new(
            "Latency of successes by percentile",
            ["Row", .. columns.Select(TickText.Percentile), "Max"],
            [
                .. rows.Select(row =>
                    (Markup[])
                        [
                            ForeignText.Name(row.Title()),
                            .. DataTable.Texts([
                                .. columns.Select(p => Units.Time(row.LatencyAt(p))),
                                Units.Time(row.Latency.MaxTime()),
                            ]),
                        ]
                ),
            ]
        );
    }
}
