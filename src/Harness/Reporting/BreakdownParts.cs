namespace GatewayBench;

/// <summary>The single exchanges that a row is made of, as far as they are broken down.</summary>
internal static class BreakdownParts
{
    /// <returns>Each with its part's name, which is empty for a row of one exchange.</returns>
    public static IEnumerable<(string Name, Breakdown Breakdown)> Of(RowResult row)
    {
        if (row.Breakdown is { } whole)
        {
            yield return ("", whole);
        }
        foreach (var part in PartLines.Flat(row.Parts))
        {
            if (part.Breakdown is { } one)
            {
                yield return (part.Name, one);
            }
        }
    }
}
