namespace GatewayBench;

/// <summary>
/// Fewer points for the same picture. Of each stretch the lowest and the highest value stay, so that
/// no spike is lost; a mean would hide what one looks for.
/// </summary>
internal static class Thinning
{
    /// <summary>About one for two pixels of a wide screen.</summary>
    public const int Stretches = 400;

    public static bool IsNeeded(int points) => points > 2 * Stretches;

    /// <returns>The points as they are if they are few, else two of each stretch, in their order.</returns>
    public static IReadOnlyList<ChartPoint> LowestAndHighest(IReadOnlyList<ChartPoint> points) =>
        IsNeeded(points.Count)
            ?
            [
                .. Enumerable
                    .Range(0, Stretches)
                    .SelectMany(i => Ends([.. Stretch(points, i, Stretches)])),
            ]
            : points;

    /// <summary>One of so many stretches of nearly the same length.</summary>
    public static IEnumerable<T> Stretch<T>(IReadOnlyList<T> all, int number, int of)
    {
        var from = (int)((long)all.Count * number / of);
        var to = (int)((long)all.Count * (number + 1) / of);
        return Enumerable.Range(from, to - from).Select(i => all[i]);
    }

    private static IEnumerable<ChartPoint> Ends(ChartPoint[] stretch)
    {
        ChartPoint[] known = [.. stretch.Where(point => !double.IsNaN(point.Y))];
        if (known.Length == 0)
        {
            return stretch.Take(1);
        }
        var (low, high) = (known.MinBy(point => point.Y), known.MaxBy(point => point.Y));
        return low == high ? [low]
            : low.X < high.X ? [low, high]
            : [high, low];
    }
}
