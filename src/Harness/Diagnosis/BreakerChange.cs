namespace GatewayBench;

/// <summary>A circuit breaker went to a state.</summary>
/// <param name="Second">When, in seconds from the start of the measured time: the start of that slice.</param>
/// <param name="To"><c>open</c>, <c>half_open</c> or <c>closed</c>.</param>
/// <param name="Times">How often in that slice.</param>
public sealed record BreakerChange(double Second, string To, int Times);
