namespace GatewayBench;

/// <summary>What the page consists of; sections with nothing to say are absent.</summary>
internal static class PageSections
{
    /// <summary>What the page shows in a better place than a list.</summary>
    private static readonly string[] ShownElsewhere =
    [
        ExperimentLines.Title,
        "Errors",
        "Failed checks",
        "Invalid",
        SloLines.Title,
        BreakdownLines.Title,
        PromptClassLines.Title,
        TurnLines.Title,
        DriftLines.Title,
    ];

    public static IEnumerable<PageSection> Of(
        LoadResult result,
        ReportPage report,
        RunHistory history
    )
    {
        var rows = result.Rows;
        // Ahead of the figures: it says what to look for in them.
        foreach (var section in report.Sections.Where(s => s.Title == ExperimentLines.Title))
        {
            yield return new(Id(section), section.Title, Lines(section.Lines));
        }
        if (rows.Count > 0)
        {
            yield return new("summary", "Summary", SummaryTable.Of(rows));
        }
        if (SloTable.Of(rows) is { } slos)
        {
            yield return new("slos", "SLOs", slos);
        }
        if (PercentileChart.Of(rows) is { } percentiles)
        {
            yield return new(
                "percentiles",
                "Latency by percentile",
                Figures.Of(percentiles, "hdr", RowKey.Of(rows))
            );
        }
        if (
            ConcurrencyChart.Of(rows, result.Breakpoint?.Capacity).ToList() is { Count: > 0 } charts
        )
        {
            var key = RowKey.Of(ConcurrencyChart.Names(rows));
            yield return new(
                "concurrency",
                "Throughput against concurrency",
                Join(charts.Select((chart, i) => Figures.Of(chart, $"users-{i + 1}", key)))
            );
        }
        if (HistorySection.Of(history) is { } runs)
        {
            yield return new("history", "From run to run", runs);
        }
        if (rows.Count > 0)
        {
            yield return new("rows", "Row by row", Join(rows.Select(RowSection.Of)));
        }
        foreach (var section in report.Sections.Where(s => !ShownElsewhere.Contains(s.Title)))
        {
            yield return new(Id(section), section.Title, Lines(section.Lines));
        }
        yield return new("machine", "Machine and settings", MachineTables.Of(result));
        yield return new("reproduce", "How to reproduce", Reproduction.Of(result));
    }

    public static Markup Lines(IEnumerable<string> lines) =>
        Markup.Of(
            $"""
            <ul class="lines">
            {lines.Select(line => Markup.Of($"<li><bdi>{line}</bdi></li>\n"))}</ul>

            """
        );

    private static Markup Join(IEnumerable<Markup> parts) => Markup.Of($"{parts}");

    private static string Id(ReportSection section) =>
        "list-" + FileNames.Of(section.Title).ToLowerInvariant();
}
