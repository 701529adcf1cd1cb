namespace GatewayBench;

/// <summary>Where the labels at the ends of lines go, so that none covers another.</summary>
internal static class ChartLabels
{
    /// <param name="wanted">Where each would stand beside its line's end, from 0 to 1.</param>
    /// <param name="gap">The least distance between two.</param>
    /// <returns>Places in the order of the wanted ones: as wanted where there is room, else pushed apart.</returns>
    public static double[] Spread(IReadOnlyList<double> wanted, double gap)
    {
        var places = wanted.ToArray();
        if (places.Length < 2)
        {
            return places;
        }
        // More than fit stand closer: each as far from the next as the room allows.
        gap = Math.Min(gap, 1.0 / (places.Length - 1));
        int[] order = [.. Enumerable.Range(0, places.Length).OrderBy(i => wanted[i])];
        for (var i = 1; i < order.Length; i++)
        {
            places[order[i]] = Math.Max(places[order[i]], places[order[i - 1]] + gap);
        }
        places[order[^1]] = Math.Min(places[order[^1]], 1);
        for (var i = order.Length - 2; i >= 0; i--)
        {
            places[order[i]] = Math.Min(places[order[i]], places[order[i + 1]] - gap);
        }
        return places;
    }
}
