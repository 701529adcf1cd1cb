namespace GatewayBench;

/// <summary>
/// Where the time of some of the successes went, on average. Client wait, provider, gateway and what
/// nobody tells of add up to the latency.
/// </summary>
/// <param name="Name">Which: <c>all</c>; <c>middle</c>, the tenth around the median; <c>slowest</c>, the slowest hundredth.</param>
/// <param name="Exchanges">How many they are; a fraction where a cell of like latencies was cut.</param>
/// <param name="LatencyMicroseconds">From the intended start to the checked last byte.</param>
/// <param name="ClientWaitMicroseconds">From the intended start to the start of the send.</param>
/// <param name="ProviderMicroseconds">
/// While at least one request of their traces was with the fake provider; null where it knows of none of them.
/// </param>
/// <param name="GatewayMicroseconds">
/// The rest of the service time of those that it knows of: the gateway with all that it waits for
/// itself, the ways between all three, and the client's reading; null likewise.
/// </param>
/// <param name="UntoldMicroseconds">
/// The service time of those that it doesn't know of: the gateway asked no model, or nobody can tell.
/// </param>
/// <param name="UntoldExchanges">How many those are.</param>
public sealed record SplitBand(
    string Name,
    double Exchanges,
    double LatencyMicroseconds,
    double ClientWaitMicroseconds,
    double? ProviderMicroseconds,
    double? GatewayMicroseconds,
    double UntoldMicroseconds,
    double UntoldExchanges
);
