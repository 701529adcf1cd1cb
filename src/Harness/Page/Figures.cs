namespace GatewayBench;

/// <summary>A chart with its heading, what explains it, and its figures as a table.</summary>
internal static class Figures
{
    /// <param name="chart">The chart.</param>
    /// <param name="id">Unique on the page.</param>
    /// <param name="key">What its labels stand for, where they are no names.</param>
    public static Markup Of(Chart chart, string id, Markup key = default) =>
        Markup.Of(
            $"""
            <figure id="{id}">
            <figcaption><strong>{chart.Title}</strong> <span class="axes">{chart.Y.Title}</span>{Note(
                chart.Note
            )}</figcaption>
            <div class="plot">{ChartSvg.Of(chart, id)}</div>
            {Across(chart.X)}{key}<details><summary>Figures of this chart</summary>
            {chart.Table.Html}</details>
            </figure>

            """
        );

    /// <summary>What time is, the row says once for all its charts.</summary>
    private static Markup Across(ChartAxis axis) =>
        axis.Title == ChartAxis.TimeTitle
            ? Markup.None
            : Markup.Of($"<p class=\"across\" aria-hidden=\"true\">{axis.Title}</p>\n");

    private static Markup Note(string note) =>
        note.Length > 0 ? Markup.Of($"""<span class="note">{note}</span>""") : Markup.None;
}
