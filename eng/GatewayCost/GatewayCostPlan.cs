namespace GatewayBench.GatewayCost;

/// <summary>What to measure.</summary>
/// <param name="Parts">Which groups of figures.</param>
/// <param name="Streams">How many there are at once.</param>
/// <param name="GapStreams">How many while gaps between tokens are measured.</param>
/// <param name="Seconds">How long each load is measured.</param>
internal sealed record GatewayCostPlan(
    IReadOnlyList<Part<GatewayCostPlan>> Parts,
    int Streams,
    int GapStreams,
    int Seconds
)
{
    public static readonly IReadOnlyList<Part<GatewayCostPlan>> AllParts =
    [
        new("streams", ManyStreams.MeasureAsync),
        new("gap", Gaps.MeasureAsync),
    ];
}
