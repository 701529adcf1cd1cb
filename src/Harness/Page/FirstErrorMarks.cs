namespace GatewayBench;

/// <summary>When a row's first failure of each class came.</summary>
internal static class FirstErrorMarks
{
    /// <summary>On a chart, where the first of all is the one that matters: labels of more would collide.</summary>
    public static IEnumerable<ChartMark> Of(RowResult row) =>
        row
            .FirstErrors.OrderBy(first => first.Second)
            .Take(1)
            .Select(first => new ChartMark(
                Math.Clamp(first.Second, 0, row.MeasuredSeconds),
                $"first {first.Outcome.Label()}"
            ));

    /// <summary>As a list under the chart.</summary>
    public static Markup List(RowResult row)
    {
        Markup[] items =
        [
            .. row.Errors.Select(error =>
                Markup.Of(
                    $"<li><strong>{error.Key.Label()}</strong> {Units.Count(error.Value)}{Expected(row, error.Key)}{First(row, error.Key)}</li>\n"
                )
            ),
        ];
        return items.Length > 0
            ? Markup.Of($"<ul class=\"errors\">\n{items}</ul>\n")
            : Markup.Of($"<p class=\"none\">No failures.</p>\n");
    }

    private static string Expected(RowResult row, Outcome outcome) =>
        row.Expected.Contains(outcome) ? " (expected)" : "";

    private static string First(RowResult row, Outcome outcome) =>
        row.FirstErrors.FirstOrDefault(first => first.Outcome == outcome) is { } first
            ? $", first at {TickText.Clock(first.Second, row.MeasuredSeconds)}{Users(row, first.Users)}"
            : "";

    private static string Users(RowResult row, int? users) =>
        users is { } count ? $" {FirstErrorText.Preposition(row)} {CrowdText.Of(row, count)}" : "";
}
