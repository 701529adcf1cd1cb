namespace GatewayBench;

/// <summary>What another process read of itself at the end of a slice.</summary>
/// <param name="Resources">What it used; of the load client it knows nothing.</param>
/// <param name="New">Series that it has not told of before; they come after those that it has.</param>
/// <param name="Values">Of all series so far, in their order; null where there is nothing to tell.</param>
internal sealed record ToldSlice(
    ResourceSlice Resources,
    IReadOnlyList<SeriesName> New,
    IReadOnlyList<double?> Values
);
