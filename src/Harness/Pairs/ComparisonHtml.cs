namespace GatewayBench;

/// <summary>A comparison as one HTML page that needs nothing else, its pairs plotted.</summary>
internal static class ComparisonHtml
{
    public static string Text(PairedComparison comparison)
    {
        var page = ComparisonPage.Of(comparison);
        PageSection[] sections =
        [
            new(
                "pairs",
                "Pairs",
                Markup.Of(
                    $"{comparison.Results.Select((series, i) => Figure(comparison, series, i))}"
                )
            ),
            .. page.Sections.Select(
                (section, i) =>
                    new PageSection(
                        $"list-{i + 1}",
                        section.Title,
                        Markup.Of(
                            $"<ul>{section.Lines.Select(line => Markup.Of($"<li><bdi>{line}</bdi></li>\n"))}</ul>\n"
                        )
                    )
            ),
        ];
        return HtmlReport.Document(
            "comparison",
            comparison.Name,
            Header(page, comparison),
            sections
        );
    }

    private static Markup Header(ReportPage page, PairedComparison comparison) =>
        Markup.Of(
            $"""
            <header>
            <p class="kind">{(comparison.IsNoise ? "Noise" : "Comparison")}</p>
            <h1>{ForeignText.Name(comparison.Name)}</h1>
            <p class="verdict {Kind(comparison)}"><strong>{page.Facts[0]}</strong></p>
            <ul class="facts">
            {page.Facts.Skip(1).Select(fact => Markup.Of($"<li><bdi>{fact}</bdi></li>\n"))}</ul>
            </header>

            """
        );

    private static string Kind(PairedComparison comparison) =>
        comparison.Refusal is not null ? "bad"
        : comparison.Verdict == PairedResults.Label(Verdict.Regressed) ? "bad"
        : comparison.Verdict is null
        || comparison.Verdict == PairedResults.Label(Verdict.Inconclusive)
            ? "warn"
        : "good";

    private static Markup Figure(PairedComparison comparison, SeriesResult series, int index) =>
        Markup.Of(
            $"""
            <h3>{ForeignText.Name(series.Row)}, {series.Metric}</h3>
            <p class="note">{ComparisonLines.Estimate(series)}, {series.Role}{(
                series.Verdict is { } verdict ? $": {verdict}" : ""
            )}</p>
            {(
                PairChart.Of(comparison, series) is { } chart
                    ? Figures.Of(chart, $"pairs-{index + 1}")
                    : Markup.None
            )}
            """
        );
}
