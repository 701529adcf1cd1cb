namespace GatewayBench;

/// <summary>What the numbers at the ends of lines stand for, each with a sample of its line.</summary>
internal static class RowKey
{
    public static Markup Of(IReadOnlyList<RowResult> rows) =>
        Of(rows.Select((row, i) => (i + 1, row.Title())));

    public static Markup Of(IEnumerable<(int Number, string Name)> names) =>
        Markup.Of(
            $"""
            <ul class="key">
            {names.Select(Item)}</ul>

            """
        );

    private static Markup Item((int Number, string Name) one) =>
        Markup.Of($"<li>{Sample(one.Number - 1)}{one.Number} {ForeignText.Name(one.Name)}</li>\n");

    /// <summary>A short piece of a line.</summary>
    public static Markup Sample(int style) =>
        Markup.Of(
            $"""<svg class="sample" aria-hidden="true"><line class="{ChartLine.ClassesOf(style)}" x2="100%" y1="50%" y2="50%"/></svg>"""
        );
}
