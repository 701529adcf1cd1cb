namespace GatewayBench;

/// <summary>What decides whether a request is hit.</summary>
/// <param name="Key">What its draws are keyed by.</param>
/// <param name="Number">The number of the admitted request, from 0.</param>
/// <param name="Request">The same for all attempts of a request.</param>
internal readonly record struct FaultSubject(ulong Key, ulong Number, ulong Request);
