namespace GatewayBench;

/// <summary>What somebody may have meant who wrote a name that there isn't.</summary>
internal static class NearestName
{
    /// <returns>The name that most of the letters are of; null where none is near.</returns>
    public static string? Of(string written, IEnumerable<string> names)
    {
        var (nearest, distance) = names
            .Select(name => (name, Distance: Distance(written, name)))
            .OrderBy(one => one.Distance)
            .FirstOrDefault(("", int.MaxValue));
        return distance <= Math.Max(1, Math.Min(written.Length, nearest.Length) / 3)
            ? nearest
            : null;
    }

    /// <summary>Levenshtein's: letters to insert, delete or replace; upper and lower case are the same.</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i]) == char.ToUpperInvariant(other[j]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(diagonal, row[j]) + 1);
            }
        }
        return row[^1];
    }
}
