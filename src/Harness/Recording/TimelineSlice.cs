namespace GatewayBench;

/// <summary>What ended within one slice of a row's measured time, usually a second.</summary>
/// <param name="From">Seconds from the start of the measured time.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Successes">Measured exchanges that ended in it with success.</param>
/// <param name="Errors">Those that failed, by class; classes without any are absent.</param>
/// <param name="InFlight">Exchanges under way at its end.</param>
/// <param name="P50">Median latency of its successes, in microseconds; null without any, and where they are of several merged generators.</param>
/// <param name="P99">
/// The 99th percentile, in microseconds: of few samples near their maximum; null likewise.
/// </param>
/// <param name="Max">The longest, in microseconds; null without any.</param>
public sealed record TimelineSlice(
    double From,
    double Seconds,
    long Successes,
    IReadOnlyDictionary<Outcome, long> Errors,
    int InFlight,
    double? P50,
    double? P99,
    double? Max
)
{
    /// <summary>
    /// Those that failed with an answer, by its status; statuses without any are absent. Empty in
    /// results of before it was kept.
    /// </summary>
    public IReadOnlyDictionary<int, long> Statuses { get; init; } = new Dictionary<int, long>();

    /// <summary>Users of a closed load that had started by its end; null for an open load.</summary>
    public int? Users { get; init; }

    /// <summary>
    /// The 95th percentile of the latency of its successes, in microseconds; null without any, and in
    /// results of before it was kept.
    /// </summary>
    public double? P95 { get; init; }
}
