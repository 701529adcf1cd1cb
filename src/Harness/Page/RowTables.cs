namespace GatewayBench;

/// <summary>What a row has beyond its line in the summary: its parts, its streams, its service time.</summary>
internal static class RowTables
{
    public static Markup Of(RowResult row)
    {
        RowResult[] only = [row];
        MarkdownTable[] tables =
        [
            .. row.Parts.Count > 0
                ? [ReportTables.Throughput(only), ReportTables.Latency(only)]
                : Array.Empty<MarkdownTable>(),
            .. PartLines.HasStreams(row)
                ? [ReportTables.Streams(only)]
                : Array.Empty<MarkdownTable>(),
            .. row.Open is null ? Array.Empty<MarkdownTable>() : [ReportTables.ServiceTime(only)],
        ];
        return tables.Length > 0
            ? Markup.Of($"<h4>Figures</h4>\n{tables.Select(table => Table(table).Html)}")
            : Markup.None;
    }

    /// <summary>A report's table, for the page.</summary>
    public static DataTable Table(MarkdownTable table) =>
        new(
            table.Note is { } note ? $"{table.Header[0]}. {note}." : table.Header[0],
            ["Name", .. table.Header.Skip(1)],
            [
                .. table.Rows.Select(cells =>
                    (Markup[])[Name(cells[0]), .. DataTable.Texts(cells.Skip(1))]
                ),
            ]
        );

    /// <summary>A part stands further in than what it is a part of; HTML drops plain blanks.</summary>
    private static Markup Name(string name)
    {
        var bare = name.TrimStart(' ');
        return Markup.Of(
            $"{new string('\u2003', (name.Length - bare.Length) / 2)}{ForeignText.Name(bare)}"
        );
    }
}
