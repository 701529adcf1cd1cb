namespace GatewayBench;

/// <summary>What a target lets one watch of it.</summary>
/// <param name="Here">What is read at once, from this process.</param>
/// <param name="Elsewhere">What has to be asked for, and may answer late or not at all.</param>
internal sealed record WatchedSources(
    IReadOnlyList<ISeriesSource> Here,
    IReadOnlyList<ISeriesSource> Elsewhere
)
{
    /// <summary>The target's own process, where that reads itself; else null.</summary>
    public ISeriesTeller? Teller { get; init; }
}
