namespace GatewayBench;

internal static class Median
{
    /// <param name="values">At least one.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Of those that are known; null if none is.</summary>
    public static double? OfKnown(IEnumerable<double?> values) =>
        values.OfType<double>().ToArray() is { Length: > 0 } known ? Of(known) : null;
}
