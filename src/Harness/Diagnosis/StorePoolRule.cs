namespace GatewayBench;

/// <summary>
/// Callers wait for a connection to the store: at least half of them. Of a disk that stands still for
/// a moment only some do, whatever the pool's size.
/// </summary>
internal static class StorePoolRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "store_pool",
            Title = "store pool",
            Read = Waits,
            Floor = 0.05,
            Cause =
                "all connections to the store are lent, mostly because requests keep one while they wait for the model",
            NextStep =
                "give connections back before the call to the provider, then raise the pool's size",
            Felt = symptom => WaitEffect.Of(symptom) ?? Effect.Failures(symptom),
        };

    private static Signal? Waits(RowSignals signals)
    {
        var waits = signals.Max(new SeriesPattern("db.client.connection.wait_time", "p50"));
        var pending = signals.Sum(new SeriesPattern("db.client.connection.pending_requests"));
        return pending is null || waits is null
            ? waits
            : waits with
            {
                // Of who has got none yet the wait isn't known, but it was no less than the slice.
                Values =
                [
                    .. waits.Values.Select(
                        (wait, i) =>
                            wait ?? (pending.Values[i] > 0 ? signals.Row.Timeline[i].Seconds : null)
                    ),
                ],
            };
    }
}
