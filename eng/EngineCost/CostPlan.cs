namespace GatewayBench.EngineCost;

/// <summary>What to measure.</summary>
/// <param name="Parts">Which groups of figures.</param>
/// <param name="Seconds">How long each open load is measured.</param>
/// <param name="Hits">When the heap is read for the last time; before, at a tenth and at a half of it.</param>
/// <param name="Users">How many sit in their pauses at once.</param>
internal sealed record CostPlan(
    IReadOnlyList<Part<CostPlan>> Parts,
    int Seconds,
    int Hits,
    int Users
)
{
    /// <summary>The warm-up takes no longer than what is measured, so that a short run is short.</summary>
    public RunOptions Options =>
        new() { Calibrate = false, WarmUpCap = TimeSpan.FromSeconds(Math.Min(Seconds, 20)) };
}
