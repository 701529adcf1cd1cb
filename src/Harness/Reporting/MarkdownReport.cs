namespace GatewayBench;

/// <summary>The report as a Markdown page, fit for a pull request.</summary>
internal static class MarkdownReport
{
    /// <summary>Longer than any run of tildes that a cleaned sample is likely to start with.</summary>
    private const string Fence = "~~~~~~~~";

    public static IEnumerable<string> Lines(LoadResult result) => Lines(ReportPage.Of(result));

    public static IEnumerable<string> Lines(ReportPage page) =>
        [
            $"# {page.Title}",
            "",
            .. page.Facts.Select(Item),
            .. page.Tables.SelectMany(table => table.Lines().Select(Row).Prepend("")),
            .. page.Sections.SelectMany(Section),
        ];

    private static IEnumerable<string> Section(ReportSection section) =>
        [
            "",
            $"## {section.Title}",
            "",
            .. section.IsForeignText || section.IsAligned
                ? section.Lines.Prepend(Fence + "text").Append(Fence)
                : section.Lines.Select(Item),
        ];

    private static string Item(string line) => "- " + MarkdownText.Of(line);

    /// <summary>Cells lose the spaces that they begin with, and parts would not stand out.</summary>
    private static string Row(string line)
    {
        const string Cell = "| ";
        var name = line.StartsWith(Cell, StringComparison.Ordinal) ? line[Cell.Length..] : "";
        var spaces = name.Length - name.TrimStart(' ').Length;
        var indent = string.Concat(Enumerable.Repeat("&nbsp;", spaces));
        return indent.Length > 0
            ? Cell + indent + MarkdownText.Of(name[spaces..])
            : MarkdownText.Of(line);
    }
}
