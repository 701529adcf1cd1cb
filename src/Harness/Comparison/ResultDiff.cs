namespace GatewayBench;

/// <summary>Two results side by side: what may be compared of them, and why the rest may not.</summary>
/// <param name="A">The first.</param>
/// <param name="B">The second.</param>
/// <param name="Pairs">Rows of both that were measured alike, in the order of the first.</param>
/// <param name="NotCompared">Each other row, with what keeps it apart.</param>
internal sealed record ResultDiff(
    LoadResult A,
    LoadResult B,
    IReadOnlyList<(RowResult A, RowResult B)> Pairs,
    IReadOnlyList<string> NotCompared
)
{
    /// <exception cref="ComparisonException">Nothing of them may be compared.</exception>
    public static ResultDiff Of(LoadResult a, LoadResult b)
    {
        string[] refusals = [.. Comparability.RefusalsOf(a, b)];
        if (refusals.Length > 0)
        {
            throw new ComparisonException(
                $"They must not be compared. {string.Join(". ", refusals)}."
            );
        }
        var pairs = new List<(RowResult, RowResult)>();
        var apart = new List<string>();
        foreach (var row in a.Rows)
        {
            var other = Nearest(row, b.Rows);
            string[] reasons = other is null
                ? ["only in A"]
                : [.. Comparability.RefusalsOf((a, row), (b, other))];
            if (reasons.Length == 0)
            {
                pairs.Add((row, other!));
            }
            apart.AddRange(reasons.Select(reason => $"{row.Title()}: {reason}"));
        }
        apart.AddRange(
            b.Rows.Where(row => Nearest(row, a.Rows) is null)
                .Select(row => $"{row.Title()}: only in B")
        );
        return pairs.Count > 0
            ? new ResultDiff(a, b, pairs, apart)
            : throw new ComparisonException(
                $"No row of them can be compared. {string.Join(". ", apart.DefaultIfEmpty("They have none"))}."
            );
    }

    /// <summary>The row that was measured alike, else one of the same name.</summary>
    private static RowResult? Nearest(RowResult row, IReadOnlyList<RowResult> rows) =>
        rows.Where(other => other.Name == row.Name)
            .OrderByDescending(other =>
                (other.Load == row.Load ? 2 : 0) + (other.Transport == row.Transport ? 1 : 0)
            )
            .FirstOrDefault();
}
