namespace GatewayBench;

/// <summary>The report that a person reads first: at most 100 columns of plain text.</summary>
internal static class ConsoleReport
{
    public static IEnumerable<string> Lines(LoadResult result) => Lines(ReportPage.Of(result));

    public static IEnumerable<string> Lines(ReportPage page) =>
        [
            page.Title,
            .. page.Facts.SelectMany(fact => TextWrap.Wrap(fact, indent: 0)),
            .. page.Tables.SelectMany(table => table.Lines().Prepend("")),
            .. page.Sections.SelectMany(section => Lines(section).Prepend("")),
        ];

    private static IEnumerable<string> Lines(ReportSection section) =>
        section.Lines.SelectMany(line => TextWrap.Wrap(line, indent: 2)).Prepend(section.Title);
}
