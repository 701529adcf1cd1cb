namespace GatewayBench;

/// <summary>A comparison as one HTML page that needs nothing else, its pairs plotted.</summary>
internal static class ComparisonHtml
{
    public static string Text(PairedComparison comparison) =>
        new VerdictHtml(
            "comparison",
            comparison.IsNoise ? "Noise" : "Comparison",
            comparison.Name,
            Kind(comparison),
            ComparisonPage.Of(comparison)
        )
        {
            Figures =
            [
                new(
                    "pairs",
                    "Pairs",
                    Markup.Of(
                        $"{comparison.Results.Select((series, i) => Figure(comparison, series, i))}"
                    )
                ),
            ],
            // The charts have the pairs, and what is above them the estimates.
            HasTables = false,
        }.Text;

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
