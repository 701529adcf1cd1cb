namespace GatewayBench;

/// <summary>What a sweep tries: each value of each setting with each of all others.</summary>
internal static class SweepGrid
{
    /// <summary>More than this nobody waits for.</summary>
    public const int MostPoints = 64;

    /// <summary>In the order of the values; the last setting changes first.</summary>
    /// <param name="axes">At least one.</param>
    public static IReadOnlyList<SweepPoint> Points(IReadOnlyList<SweepAxis> axes)
    {
        IEnumerable<SweepPoint> points = [new SweepPoint([])];
        foreach (var axis in axes)
        {
            points =
            [
                .. from point in points
                from value in axis.Values
                select new SweepPoint([.. point.Settings, new SweepSetting(axis.Key, value)]),
            ];
        }
        return [.. points];
    }

    /// <summary>In which the points of a round are measured: drawn anew for each, so that what drifts meets all alike.</summary>
    /// <param name="seed">Of the sweep.</param>
    /// <param name="round">From 0.</param>
    /// <param name="points">How many there are.</param>
    public static int[] Order(ulong seed, int round, int points)
    {
        int[] order = [.. Enumerable.Range(0, points)];
        KeyedRandom.For(SplitMix64.At(seed, (ulong)round)).Shuffle(order);
        return order;
    }
}
