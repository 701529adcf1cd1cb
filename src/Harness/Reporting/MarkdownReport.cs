using System.Net;

namespace GatewayBench;

/// <summary>The report as a Markdown page, fit for a pull request.</summary>
internal static class MarkdownReport
{
    public static IEnumerable<string> Lines(LoadResult result)
    {
        var page = ReportPage.Of(result);
        return
        [
            $"# {page.Title}",
            "",
            .. page.Facts.Select(Item),
            .. page.Tables.SelectMany(table => table.Lines().Select(Text).Prepend("")),
            .. page.Sections.SelectMany(section =>
                section.Lines.Select(Item).Prepend("").Prepend($"## {section.Title}").Prepend("")
            ),
        ];
    }

    private static string Item(string line) => "- " + Text(line);

    // Error samples are foreign text: a page that shows it must not run it.
    private static string Text(string line) => WebUtility.HtmlEncode(line);
}
