namespace GatewayBench;

/// <summary>One row: its parts, its charts on one axis of time, its failures, checks and slowest exchanges.</summary>
internal static class RowSection
{
    public static string IdOf(int index) => $"row-{index + 1}";

    public static Markup Of(RowResult row, int index)
    {
        var id = IdOf(index);
        return Markup.Of(
            $"""
            <section class="row" id="{id}" aria-labelledby="{id}-h">
            <h3 id="{id}-h">{RowKey.Sample(index)}{index + 1} {ForeignText.Name(row.Name)}</h3>
            <p class="load">{row.Load}, {row.Transport}, {Text(row)}</p>
            {FullName(row)}{Invalid(row)}{RowTables.Of(row)}{BreakdownTables.Of(
                row
            )}{Charts(row, id)}<h4>Failures</h4>
            {FirstErrorMarks.List(row)}{Samples(row)}{CheckTable.Of(row)}{SlowestTable.Of(
                row
            )}</section>

            """
        );
    }

    private static string Text(RowResult row) =>
        row.MeasuredSeconds > 0
            ? $"{Units.Count(Math.Round(row.MeasuredSeconds, 1))} s measured after "
                + $"{Units.Count(Math.Round(row.WarmUpSeconds, 1))} s of warm-up"
            : "not loaded";

    /// <summary>What is cut short everywhere else.</summary>
    private static Markup FullName(RowResult row) =>
        row.Name.Length > ForeignText.NameLength
            ? Markup.Of(
                $"<details><summary>The whole name</summary><p class=\"foreign\"><bdi>{row.Name}</bdi></p></details>\n"
            )
            : Markup.None;

    private static Markup Invalid(RowResult row) =>
        row.Invalid.Count > 0
            ? Markup.Of(
                $"<div class=\"verdict bad\"><p><strong>INVALID</strong> These figures must not be used.</p>\n{PageSections.Lines(row.Invalid)}</div>\n"
            )
            : Markup.None;

    private static Markup Charts(RowResult row, string id)
    {
        if (row.MeasuredSeconds <= 0 || row.Timeline.Count == 0)
        {
            return Markup.Of($"<p class=\"none\">No timeline was recorded.</p>\n");
        }
        var end = row.Timeline[^1].From + row.Timeline[^1].Seconds;
        var axis = ChartAxis.Seconds(Math.Max(end, row.MeasuredSeconds));
        Chart[] charts =
        [
            .. RowTimeline.Of(row, axis),
            .. ResourceTimeline.Of(row, axis),
            .. ProviderTimeline.Of(row, axis),
            .. SeriesTimeline.Of(row, axis),
            .. InFlightChart.Of(row) is { } chart ? [chart] : Array.Empty<Chart>(),
        ];
        var time = $"Charts over time share one axis: {ChartAxis.TimeTitle}.";
        var thinned = Thinning.IsNeeded(row.Timeline.Count)
            ? $" Of {Units.Count(row.Timeline.Count)} points they draw the lowest and the highest in each of {Units.Count(Thinning.Stretches)} stretches."
            : "";
        return Markup.Of(
            $"""
            <p class="note">{time}{thinned}</p>
            {charts.Select((chart, i) => Figures.Of(chart, $"{id}-{i + 1}"))}{Missing(
                row.Resources.Count,
                "Resources were not recorded."
            )}
            """
        );
    }

    private static Markup Missing(int count, string text) =>
        count == 0 ? Markup.Of($"<p class=\"none\">{text}</p>\n") : Markup.None;

    private static Markup Samples(RowResult row) =>
        row.Samples.Count > 0
            ? Markup.Of(
                $"<details><summary>First failure of each class</summary>{PageSections.Lines(row.Samples.Select(s => $"{s.Key.Label()}: {s.Value}"))}</details>\n"
            )
            : Markup.None;
}
