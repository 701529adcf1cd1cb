namespace GatewayBench;

/// <summary>A table of the page: the first column names the line, the others hold figures.</summary>
/// <param name="Caption">What it holds, for those who come to it by itself.</param>
/// <param name="Header">The columns.</param>
/// <param name="Lines">One cell for each column.</param>
internal sealed record DataTable(
    string Caption,
    IReadOnlyList<string> Header,
    IReadOnlyList<IReadOnlyList<Markup>> Lines
)
{
    /// <summary>Cells of plain text, which is escaped.</summary>
    public static Markup[] Texts(params IEnumerable<string> cells) =>
        [.. cells.Select(cell => Markup.Of($"{cell}"))];

    /// <summary>In a frame that scrolls by itself where it is wider than the page, by keys too.</summary>
    public Markup Html =>
        Markup.Of(
            $"""
            <p class="caption">{Caption}</p>
            <div class="scroll" role="group" tabindex="0" aria-label="{Caption}"><table aria-label="{Caption}">
            <thead><tr>{Header.Select(title =>
                Markup.Of($"""<th scope="col">{title}</th>""")
            )}</tr></thead>
            <tbody>{Lines.Select(Line)}</tbody></table></div>

            """
        );

    private static Markup Line(IReadOnlyList<Markup> cells) =>
        Markup.Of(
            $"""
            <tr><th scope="row">{cells[0]}</th>{cells.Skip(1).Select(cell =>
                Markup.Of($"<td>{cell}</td>")
            )}</tr>

            """
        );
}
