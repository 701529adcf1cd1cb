namespace GatewayBench;

/// <summary>The parts of rows as lines under them.</summary>
internal static class PartLines
{
    /// <summary>Each part with its name, indented by how deep it is.</summary>
    public static IEnumerable<(string Name, PartResult Part)> Of(RowResult row) =>
        Of(row.Parts, depth: 1);

    /// <summary>All parts, each before its own.</summary>
    public static IEnumerable<PartResult> Flat(IReadOnlyList<PartResult> parts) =>
        parts.SelectMany(part => Flat(part.Parts).Prepend(part));

    public static bool HasStreams(RowResult row) =>
        row.Streams is not null || Flat(row.Parts).Any(part => part.Streams is not null);

    private static IEnumerable<(string Name, PartResult Part)> Of(
        IReadOnlyList<PartResult> parts,
        int depth
    ) =>
        parts.SelectMany(part =>
            Of(part.Parts, depth + 1).Prepend((MarkdownTable.Indent(depth) + part.Name, part))
        );
}
