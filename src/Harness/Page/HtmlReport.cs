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
        var sections = PageSections.Of(result, report, history).ToList();
        return Markup
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
                <title>{ForeignText.Shorten(result.Name)}, load report</title>
                <style>{Markup.OfStyleSheet()}</style>
                </head>
                <body>
                <a class="skip" href="#main">Skip to the report</a>
                {PageHeader.Of(result, report)}<nav aria-label="Sections"><ul>
                {sections.Select(Link)}</ul></nav>
                <main id="main">
                {sections.Select(Section)}</main>
                <footer>Written by GatewayBench from a stored result. Absolute figures belong to the machine above; compare runs on the same machine, or ratios.</footer>
                </body>
                </html>

                """
            )
            .ToString();
    }

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
