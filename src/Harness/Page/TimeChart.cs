namespace GatewayBench;

/// <summary>
/// A chart over a row's measured time with its table, both of at most so much text, however long the
/// row was.
/// </summary>
internal static class TimeChart
{
    private const int TableLines = 60;

    /// <param name="title">What it shows.</param>
    /// <param name="vertical">Makes the vertical axis for what is drawn.</param>
    /// <param name="axis">Of time, which all charts of a row share.</param>
    /// <param name="seconds">When each value was measured.</param>
    /// <param name="columns">What was measured, at least one, in one unit.</param>
    /// <returns>Null where no value is known.</returns>
    public static Chart? Of(
        string title,
        Func<IReadOnlyList<ChartLine>, ChartAxis> vertical,
        ChartAxis axis,
        IReadOnlyList<double> seconds,
        params IReadOnlyList<TimeColumn> columns
    )
    {
        TimeColumn[] known =
        [
            .. columns.Where(column => column.Values.Any(value => !double.IsNaN(value))),
        ];
        if (known.Length == 0)
        {
            return null;
        }
        ChartLine[] lines =
        [
            .. known.Select(
                (column, style) =>
                    new ChartLine(
                        column.Title,
                        style,
                        Thinning.LowestAndHighest([
                            .. seconds.Zip(column.Values, (x, y) => new ChartPoint(x, y)),
                        ])
                    )
            ),
        ];
        return new Chart(title, "", axis, vertical(lines), lines, Table(title, seconds, known));
    }

    private static DataTable Table(
        string title,
        IReadOnlyList<double> seconds,
        TimeColumn[] columns
    )
    {
        var lines = Math.Min(TableLines, seconds.Count);
        var joined = seconds.Count > TableLines;
        var end = seconds.Count > 0 ? seconds[^1] : 0;
        return new(
            joined
                ? $"{title}: {Units.Count(seconds.Count)} points in {lines} lines, each a mean or, of the tail, the highest"
                : title,
            ["From", .. columns.Select(column => column.Title)],
            [
                .. Enumerable
                    .Range(0, lines)
                    .Select(line =>
                        DataTable.Texts([
                            TickText.Clock(Thinning.Stretch(seconds, line, lines).First(), end),
                            .. columns.Select(column => Cell(column, line, lines)),
                        ])
                    ),
            ]
        );
    }

    private static string Cell(TimeColumn column, int line, int lines)
    {
        double[] known =
        [
            .. Thinning.Stretch(column.Values, line, lines).Where(value => !double.IsNaN(value)),
        ];
        return known.Length > 0 ? column.Text(column.Join(known)) : Units.Nothing;
    }
}
