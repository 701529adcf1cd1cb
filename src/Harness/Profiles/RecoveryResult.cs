namespace GatewayBench;

/// <summary>How long after a spike p99 and errors were back at the level of before.</summary>
/// <param name="From">When the load fell, in seconds from the start of the measured time.</param>
/// <param name="Seconds">From then until the first slice at the level; null if it never got there.</param>
/// <param name="P99Limit">The level: p99 of a slice at most so many microseconds.</param>
/// <param name="ErrorLimit">The level: at most this share of a slice's exchanges failed.</param>
public sealed record RecoveryResult(
    double From,
    double? Seconds,
    double P99Limit,
    double ErrorLimit
);
