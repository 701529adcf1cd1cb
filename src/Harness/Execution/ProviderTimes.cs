namespace GatewayBench;

/// <summary>What a fake provider in this process spent on a row's exchanges, by their trace ids.</summary>
/// <param name="log">The provider's.</param>
/// <param name="ids">The row's.</param>
/// <param name="clock">Of the hits.</param>
internal sealed class ProviderTimes(TraceLog log, TraceIds ids, TimeProvider clock)
{
    /// <summary>To be asked when an exchange has ended: the log is short.</summary>
    /// <returns>Null where the provider saw none of it, or by another clock.</returns>
    public TraceVisits? Of(in Hit hit, in HitId id) =>
        ReferenceEquals(log.Clock, clock) && !ids.AreReplaced ? log.Of(ids.Of(id), hit.Sent) : null;
}
