namespace GatewayBench;

/// <summary>A bisection as one HTML page that needs nothing else, its steps plotted.</summary>
internal static class BisectHtml
{
    public static string Text(BisectRecord record) =>
        new VerdictHtml("bisect", "Bisect", record.Name, Kind(record), BisectPage.Of(record))
        {
            Figures = BisectChart.Of(record) is { } chart
                ? [new("steps", "Steps", Figures.Of(chart, "steps-1"))]
                : [],
        }.Text;

    private static string Kind(BisectRecord record) =>
        record.Refusal is not null ? "bad"
        : record.IsConfirmed ? "good"
        : "warn";
}
