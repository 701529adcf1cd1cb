namespace GatewayBench;

/// <summary>What an experiment of its own kind came to, as one HTML page that needs nothing else.</summary>
/// <param name="Id">Of the kind, in the page's title.</param>
/// <param name="Kind">The same for readers.</param>
/// <param name="Name">What the experiment is called.</param>
/// <param name="Verdict">How it came out: <c>good</c>, <c>warn</c> or <c>bad</c>.</param>
/// <param name="Report">What it says; the first fact is the conclusion.</param>
internal sealed record VerdictHtml(
    string Id,
    string Kind,
    string Name,
    string Verdict,
    ReportPage Report
)
{
    /// <summary>Figures that only a page has, ahead of all else.</summary>
    public IReadOnlyList<PageSection> Figures { get; init; } = [];

    /// <summary>Whether the report's tables are on it: not where figures have them.</summary>
    public bool HasTables { get; init; } = true;

    public string Text =>
        HtmlReport.Document(
            Id,
            Name,
            Header,
            [
                .. Figures,
                .. HasTables && Report.Tables.Count > 0
                    ?
                    [
                        new PageSection(
                            "figures",
                            "Figures",
                            Markup.Of(
                                $"{Report.Tables.Select(table => RowTables.Table(table).Html)}"
                            )
                        ),
                    ]
                    : Array.Empty<PageSection>(),
                .. Report.Sections.Select(
                    (section, i) =>
                        new PageSection(
                            $"list-{i + 1}",
                            section.Title,
                            PageSections.Lines(section.Lines)
                        )
                ),
            ]
        );

    private Markup Header =>
        Markup.Of(
            $"""
            <header>
            <p class="kind">{Kind}</p>
            <h1>{ForeignText.Name(Name)}</h1>
            <p class="verdict {Verdict}"><strong>{Report.Facts[0]}</strong></p>
            <ul class="facts">
            {Report.Facts.Skip(1).Select(fact =>
                Markup.Of($"<li><bdi>{fact}</bdi></li>\n")
            )}</ul>
            </header>

            """
        );
}
