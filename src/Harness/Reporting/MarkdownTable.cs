namespace GatewayBench;

/// <summary>A table that reads alike as Markdown and as plain text: the first column left, the rest right.</summary>
internal sealed class MarkdownTable(params string[] header)
{
    /// <summary>What keeps the widest figures within a console's width; sections give names in full.</summary>
    private const int NameColumns = 26;
    private readonly List<string[]> _rows = [];

    /// <summary>The titles of the columns; the first says what the table is of.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>The lines with their names in full, where there is room for them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    /// <summary>What stands under the table; null for nothing.</summary>
    public string? Note { get; private set; }

    public MarkdownTable Add(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>A line under the table, for what an asterisk stands for.</summary>
    public MarkdownTable WithNote(string note)
    {
        Note = note;
        return this;
    }

    public IEnumerable<string> Lines()
    {
        string[][] rows =
        [
            .. _rows.Select(row => (string[])[Escape(Shorten(row[0])), .. row.Skip(1)]),
        ];
        var widths = header
            .Select(
                (title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max()
            )
            .ToArray();
        yield return Line(header, widths);
        yield return "|" + string.Join('|', widths.Select(Rule)) + "|";
        foreach (var row in rows)
        {
            yield return Line(row, widths);
        }
        if (Note is not null)
        {
            yield return "";
            yield return Note;
        }
    }

    private static string Rule(int width, int column) =>
        column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":";

    private static string Line(string[] cells, int[] widths) =>
        "| " + string.Join(" | ", cells.Select((cell, column) => Pad(cell, column, widths))) + " |";

    private static string Pad(string cell, int column, int[] widths) =>
        column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]);

    /// <summary>What is in front of the name of a part of the row above.</summary>
    public static string Indent(int depth) => new(' ', 2 * depth);

    private static string Shorten(string name) =>
        name.Length <= NameColumns ? name : name[..(NameColumns - 2)] + "..";

    private static string Escape(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);
}
