namespace GatewayBench;

/// <summary>
/// The report as one HTML page that needs nothing else: no network, no script, no file beside it.
/// Everything in it comes from the stored result and, where there are any, the machine's baselines.
/// </summary>
internal static class HtmlReport
{
    /// <param name="result">What it is of.</param>
    /// <param name="history">Other runs of its rows.</param>
    public static string Text(LoadResult result, RunHistory history)
    {
        var report = ReportPage.Of(result);
        return Document(
            "load report",
            result.Name,
            PageHeader.Of(result, report),
            [.. PageSections.Of(result, report, history)]
        );
    }

    /// <summary>A page of ours, whatever it is about.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Of what.</param>
    /// <param name="header">What stands above its sections.</param>
    /// <param name="sections">In order.</param>
    public static string Document(
        string kind,
        string name,
        Markup header,
        IReadOnlyList<PageSection> sections
    ) =>
        Markup
            .Of(
                $"""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{StyleSheet.Policy}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>{ForeignText.Shorten(name)}, {kind}</title>
                <style>{Markup.OfStyleSheet()}</style>
                </head>
                <body>
                <a class="skip" href="#main">Skip to the report</a>
                {header}<nav aria-label="Sections"><ul>
                {sections.Select(Link)}</ul></nav>
                <main id="main">
                {sections.Select(Section)}</main>
                <footer>Written by GatewayBench from a stored result. Absolute figures belong to the machine above; compare runs on the same machine, or ratios.</footer>
                </body>
                </html>

                """
            )
            .ToString();

    private static Markup Link(PageSection section) =>
        Markup.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>\n");

    private static Markup Section(PageSection section) =>
        Markup.Of(
            $"""
            <section id="{section.Id}" aria-labelledby="{section.Id}-h">
            <h2 id="{section.Id}-h">{section.Title}</h2>
            {section.Content}</section>

            """
        );
}
