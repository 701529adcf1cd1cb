using System.Globalization;

namespace GatewayBench;

/// <summary>
/// What more users bring: rate and p99 of scenarios that ran with several numbers of users. Rows whose
/// figures must not be used are not in it.
/// </summary>
internal static class ConcurrencyChart
{
    /// <returns>The charts with what their labels stand for; none where no scenario allows it.</returns>
    /// <param name="rows">All of a run.</param>
    /// <param name="capacity">What all of them say together; null for nothing.</param>
    public static IEnumerable<Chart> Of(
        IReadOnlyList<RowResult> rows,
        CapacityEstimate? capacity = null
    )
    {
        (int Number, RowResult[] Rows)[] series = [.. Series(rows)];
        if (series.Length == 0)
        {
            return [];
        }
        Chart?[] charts =
        [
            Of(
                "Rate by users",
                lines => ChartAxis.Counts("successes per second", lines, Units.Count),
                series,
                Units.Count,
                r => r.SuccessesPerSecond,
                capacity
            ),
            Of(
                "p99 by users",
                lines => ChartAxis.Times("latency of successes", lines),
                series,
                Time,
                Microseconds
            ),
        ];
        return charts.OfType<Chart>();
    }

    /// <summary>The numbers that the charts' labels are, with the scenarios that they stand for.</summary>
    public static IEnumerable<(int Number, string Name)> Names(IReadOnlyList<RowResult> rows) =>
        Series(rows)
            .Select(series => (series.Number, series.Rows[0].Name + series.Rows[0].Manner()));

    private static IEnumerable<(int Number, RowResult[] Rows)> Series(
        IReadOnlyList<RowResult> rows
    ) =>
        rows.Where(row =>
                row.Users is not null && row.MeasuredSeconds > 0 && row.Invalid.Count == 0
            )
            .GroupBy(row => (row.Name, row.Transport, Manner: row.Manner()))
            .Select(group => group.OrderBy(row => row.Users).ToArray())
            .Where(group => group.Select(row => row.Users).Distinct().Count() > 1)
            .Select((group, i) => (i + 1, group));

    private static Chart? Of(
        string title,
        Func<IReadOnlyList<ChartLine>, ChartAxis> vertical,
        (int Number, RowResult[] Rows)[] series,
        Func<double, string> text,
        Func<RowResult, double> value,
        CapacityEstimate? capacity = null
    )
    {
        ChartLine[] lines =
        [
            .. series
                .Select(one => new ChartLine(
                    one.Number.ToString(CultureInfo.InvariantCulture),
                    one.Number - 1,
                    [.. one.Rows.Select(row => new ChartPoint(row.Users!.Value, value(row)))],
                    HasMarkers: true
                ))
                .Where(line => line.Points.Any(point => !double.IsNaN(point.Y))),
        ];
        if (lines.Length == 0)
        {
            return null;
        }
        int[] users =
        [
            .. series.SelectMany(one => one.Rows).Select(r => r.Users!.Value).Distinct().Order(),
        ];
        var overlay = capacity is null
            ? null
            : new CapacityOverlay(capacity, [.. users.Select(count => (double)count)]);
        ChartLine[] drawn = [.. lines, .. overlay?.Lines(lines.Length) ?? []];
        return new Chart(
            title,
            $"Without rows that are INVALID.{overlay?.Note}",
            Users(users),
            vertical(drawn),
            drawn,
            new DataTable(
                title,
                ["Scenario", .. users.Select(count => ClosedLoad.UsersText(count))],
                [.. series.Select(one => Line(one.Rows, users, text, value))]
            )
        )
        {
            Height = ChartHeight.Middle,
            Marks = [.. overlay?.Marks(Users(users)) ?? []],
        };
    }

    private static Markup[] Line(
        RowResult[] rows,
        int[] users,
        Func<double, string> text,
        Func<RowResult, double> value
    ) =>
        [
            ForeignText.Name(rows[0].Name + rows[0].Manner()),
            .. DataTable.Texts(
                users.Select(count =>
                    rows.FirstOrDefault(row => row.Users == count) is { } row
                    && value(row) is var known
                    && !double.IsNaN(known)
                        ? text(known)
                        : Units.Nothing
                )
            ),
        ];

    /// <summary>Each number that was run, by its logarithm: a doubling is as wide anywhere.</summary>
    private static ChartAxis Users(int[] users)
    {
        var (least, length) = (users[0], Math.Log((double)users[^1] / users[0]));
        return new(
            "users, logarithmic",
            count => Math.Log(count / least) / length,
            [
                .. users.Select(count => new ChartTick(
                    Math.Log((double)count / least) / length,
                    Units.Count(count)
                )),
            ]
        );
    }

    private static double Microseconds(RowResult row) =>
        row.LatencyAt(99)?.TotalMicroseconds ?? double.NaN;

    private static string Time(double microseconds) =>
        Units.Time(TimeSpan.FromMicroseconds(microseconds));
}
