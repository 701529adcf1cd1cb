namespace GatewayBench;

/// <summary>A table that reads alike as Markdown and as plain text: the first column left, the rest right.</summary>
internal sealed class MarkdownTable(params string[] header)
{
    /// <summary>What keeps the widest figures within a console's width; sections give names in full.</summary>
    private const int NameColumns = 26;
    private readonly List<string[]> _rows = [];
    private string? _note;

    public MarkdownTable Add(params string[] cells)
    {
        _rows.Add([Escape(Shorten(cells[0])), .. cells.Skip(1)]);
        return this;
    }

    /// <summary>A line under the table, for what an asterisk stands for.</summary>
    public MarkdownTable WithNote(string note)
    {
        _note = note;
        return this;
    }

    public IEnumerable<string> Lines()
    {
        var widths = header
            .Select(
                (title, column) =>
                    _rows.Select(row => row[column].Length).Append(title.Length).Max()
            )
            .ToArray();
        yield return Line(header, widths);
        yield return "|" + string.Join('|', widths.Select(Rule)) + "|";
        foreach (var row in _rows)
        {
            yield return Line(row, widths);
        }
        if (_note is not null)
        {
            yield return "";
            yield return _note;
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
