namespace GatewayBench;

/// <summary>What a gateway adds to one kind of request.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Pairs">Those that count.</param>
/// <param name="LeftOut">Those that don't, by why.</param>
/// <param name="LeastCalls">Of the provider, by a request.</param>
/// <param name="MostCalls">Likewise.</param>
/// <param name="Series">Its figures, the last byte first; empty where nothing could be paired.</param>
/// <param name="Trust">What is known besides; null where nothing could be paired.</param>
/// <param name="Invalid">Why its figures must not be used; empty where they may.</param>
internal sealed record OverheadRow(
    string Name,
    int Pairs,
    IReadOnlyDictionary<string, int> LeftOut,
    int LeastCalls,
    int MostCalls,
    IReadOnlyList<OverheadSeries> Series,
    OverheadTrust? Trust,
    IReadOnlyList<string> Invalid
)
{
    /// <summary>One that nothing could be measured of.</summary>
    public static OverheadRow Refused(string name, string why) =>
        new(name, 0, new Dictionary<string, int>(), 0, 0, [], null, [why]);

    public static OverheadRow Of(
        string name,
        IReadOnlyCollection<OverheadPair> pairs,
        OverheadTrust trust,
        ulong seed
    )
    {
        OverheadPair[] kept = [.. pairs.Where(pair => pair.LeftOut is null)];
        OverheadSeries[] series = [.. OverheadSeries.OfAll(kept, seed)];
        return new OverheadRow(
            name,
            kept.Length,
            pairs
                .Where(pair => pair.LeftOut is not null)
                .GroupBy(pair => pair.LeftOut!)
                .ToDictionary(group => group.Key, group => group.Count()),
            kept.Select(pair => pair.Calls).DefaultIfEmpty().Min(),
            kept.Select(pair => pair.Calls).DefaultIfEmpty().Max(),
            series,
            trust,
            [.. OverheadGates.Of(pairs, trust, series.FirstOrDefault()?.Differences[^1].Gateway)]
        );
    }
}
