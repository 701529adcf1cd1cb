namespace GatewayBench;

/// <summary>
/// Draws a chart as SVG that is as wide as the page: places are shares of the width and height, so
/// that lines stretch and texts stay as large as all other text, on a phone too.
/// </summary>
internal static class ChartSvg
{
    private const double LabelHeight = 1.1;
    private const int ShortLabel = 8;

    /// <param name="chart">The chart.</param>
    /// <param name="id">Unique on the page.</param>
    public static Markup Of(Chart chart, string id) =>
        Markup.Of(
            $"""
            <svg class="chart h{(int)chart.Height}" role="img" aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{chart.Title}</title><desc id="{id}-d">{Description(chart)}</desc>
            <g class="grid">{chart.Y.Ticks.Select(YLine)}{chart.X.Ticks.Select(XLine)}</g>
            <g class="ticks" aria-hidden="true">{chart.Y.Ticks.Select(YText)}{chart.X.Ticks.Select(XText)}</g>
            {chart.Marks.Select(mark => Mark(chart, mark))}
            <svg class="lines" viewBox="0 0 {ChartPath.Scale} {ChartPath.Scale}" preserveAspectRatio="none" aria-hidden="true">{chart.Lines.Select(
                line => Line(chart, line)
            )}</svg>
            {chart.Lines.SelectMany(line => Markers(chart, line))}<g class="labels" aria-hidden="true">{Labels(
                chart
            )}</g>
            </svg>

            """
        );

    private static string Description(Chart chart) =>
        $"Lines of {string.Join(", ", chart.Lines.Select(line => line.Label))}. Across: {chart.X.Title}. "
        + $"Up: {chart.Y.Title}. The table below the chart has the figures.";

    private static Markup YLine(ChartTick tick) =>
        Markup.Of($"""<line x2="100%" y1="{Down(tick.Share)}%" y2="{Down(tick.Share)}%"/>""");

    private static Markup XLine(ChartTick tick) =>
        Markup.Of(
            $"""<line x1="{100 * tick.Share}%" x2="{100 * tick.Share}%" y1="100%" y2="100%" class="tick"/>"""
        );

    private static Markup YText(ChartTick tick) =>
        Markup.Of($"""<text class="y" y="{Down(tick.Share)}%">{tick.Text}</text>""");

    private static Markup XText(ChartTick tick) =>
        Markup.Of($"""<text class="x" x="{100 * tick.Share}%" y="100%">{tick.Text}</text>""");

    private static Markup Line(Chart chart, ChartLine line) =>
        Markup.Of($"""<path class="{line.Classes}" d="{ChartPath.Of(chart, line)}"/>""");

    /// <summary>Also of a lone point between gaps, which a line would not show.</summary>
    private static IEnumerable<Markup> Markers(Chart chart, ChartLine line) =>
        from i in Enumerable.Range(0, line.Points.Count)
        let point = line.Points[i]
        where !double.IsNaN(point.Y) && (line.HasMarkers || IsAlone(line.Points, i))
        select Markup.Of(
            $"""<circle class="{line.Classes}" cx="{100 * chart.X.Place(point.X)}%" cy="{Down(chart.Y.Place(point.Y))}%" r="3.5"/>"""
        );

    private static bool IsAlone(IReadOnlyList<ChartPoint> points, int i) =>
        (i == 0 || double.IsNaN(points[i - 1].Y))
        && (i == points.Count - 1 || double.IsNaN(points[i + 1].Y));

    private static Markup Mark(Chart chart, ChartMark mark)
    {
        var x = 100 * chart.X.Place(mark.X);
        return Markup.Of(
            $"""<g class="mark"><line x1="{x}%" x2="{x}%" y2="100%"/><text x="{x}%" class="{(x > 60 ? "before" : "after")}">{mark.Text}</text></g>"""
        );
    }

    /// <summary>Where a label had to move, a thin line leads from the end of the line to it.</summary>
    private static IEnumerable<Markup> Labels(Chart chart)
    {
        ChartPoint[] ends =
        [
            .. chart
                .Lines.Select(line => line.Points.LastOrDefault(p => !double.IsNaN(p.Y)))
                .Select(end => new ChartPoint(chart.X.Place(end.X), chart.Y.Place(end.Y))),
        ];
        var places = ChartLabels.Places(ends, LabelHeight / (int)chart.Height);
        for (var i = 0; i < ends.Length; i++)
        {
            var line = chart.Lines[i];
            var x = 100 * ends[i].X;
            var (from, to) = (Down(ends[i].Y), Down(places[i]));
            yield return Math.Abs(from - to) > 0.5
                ? Markup.Of(
                    $"""<line class="lead {line.Classes}" x1="{x}%" y1="{from}%" x2="{x}%" y2="{to}%"/>"""
                )
                : Markup.None;
            // On a phone, long ones have no room beside the chart.
            var length = line.Label.Length > ShortLabel ? "long" : "short";
            yield return Markup.Of(
                $"""<text class="{length}" x="{x}%" y="{to}%">{line.Label}</text>"""
            );
        }
    }

    private static double Down(double share) => 100 * (1 - share);
}
