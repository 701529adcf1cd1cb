namespace GatewayBench;

/// <summary>Why the provider answers nobody at the moment.</summary>
/// <param name="Reason">An outage or an overload.</param>
/// <param name="Status">The HTTP status that the outage's script names; null where the wire format
/// has its own for an overload.</param>
internal readonly record struct Unavailability(RefusalReason Reason, int? Status = null);
