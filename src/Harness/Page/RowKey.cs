namespace GatewayBench;

/// <summary>What the numbers at the ends of lines stand for, each with a sample of its line.</summary>
internal static class RowKey
{
    public static Markup Of(IReadOnlyList<RowResult> rows) =>
        List(rows.Select((row, i) => Item(i + 1, row.Title(), row.Invalid.Count > 0)));

    public static Markup Of(IEnumerable<(int Number, string Name)> names) =>
        List(names.Select(one => Item(one.Number, one.Name, isInvalid: false)));

    private static Markup List(IEnumerable<Markup> items) =>
        Markup.Of(
            $"""
            <ul class="key">
            {items}</ul>

            """
        );

    private static Markup Item(int number, string name, bool isInvalid)
    {
        var mark = isInvalid
            ? Markup.Of($""" <strong class="bad">INVALID</strong>""")
            : Markup.None;
        return Markup.Of($"<li>{Sample(number - 1)}{number} {ForeignText.Name(name)}{mark}</li>\n");
    }

    /// <summary>A short piece of a line.</summary>
    public static Markup Sample(int style) =>
        Markup.Of(
            $"""<svg class="sample" aria-hidden="true"><line class="{ChartLine.ClassesOf(style)}" x2="100%" y1="50%" y2="50%"/></svg>"""
        );
}
