namespace GatewayBench;

/// <summary>Where the labels at the ends of lines go, so that none covers another.</summary>
internal static class ChartLabels
{
    /// <summary>Labels of lines that end this near to each other, across, would stand above each other.</summary>
    private const double Near = 0.06;

    /// <param name="ends">Where each line ends, from 0 to 1 across and up.</param>
    /// <param name="gap">The least distance between two, up.</param>
    /// <returns>Places up, in the order of the ends: beside them where there is room, else pushed apart.</returns>
    public static double[] Places(IReadOnlyList<ChartPoint> ends, double gap)
    {
        var places = new double[ends.Count];
        var group = new List<int>();
        foreach (var i in Enumerable.Range(0, ends.Count).OrderBy(i => ends[i].X))
        {
            if (group.Count > 0 && ends[i].X - ends[group[^1]].X > Near)
            {
                Settle();
            }
            group.Add(i);
        }
        Settle();
        return places;

        void Settle()
        {
            var settled = Spread([.. group.Select(i => ends[i].Y)], gap);
            foreach (var (number, i) in group.Index())
            {
                places[i] = settled[number];
            }
            group.Clear();
        }
    }

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
