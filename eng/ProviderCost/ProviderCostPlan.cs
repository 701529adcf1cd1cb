namespace GatewayBench.ProviderCost;

/// <summary>What to measure.</summary>
/// <param name="Parts">Which groups of figures.</param>
/// <param name="Rounds">How many times each server is loaded, after one round that does not count.</param>
/// <param name="Seconds">How long each server is loaded by each client in a round.</param>
/// <param name="Streams">How many there are at once.</param>
/// <param name="StreamSeconds">How long they are measured while all are there.</param>
internal sealed record ProviderCostPlan(
    IReadOnlyList<Part<ProviderCostPlan>> Parts,
    int Rounds,
    int Seconds,
    int Streams,
    int StreamSeconds
)
{
    public static readonly IReadOnlyList<Part<ProviderCostPlan>> AllParts =
    [
        new("speed", Speed.MeasureAsync),
        new("streams", Streaming.MeasureAsync),
    ];
}
