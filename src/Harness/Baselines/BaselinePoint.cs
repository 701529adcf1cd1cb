namespace GatewayBench;

/// <summary>One run of a row.</summary>
/// <param name="At">When.</param>
/// <param name="Commit">Null where unknown.</param>
/// <param name="Rate">Successes per second.</param>
/// <param name="P99">Latency in microseconds; null with too few samples.</param>
internal sealed record BaselinePoint(DateTimeOffset At, string? Commit, double Rate, double? P99);
