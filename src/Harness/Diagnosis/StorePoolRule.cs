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
        var pending = signals.Sum(
            new SeriesPattern("db.client.connection.pending_requests"),
            new SeriesPattern("db.client.connection.npgsql.pending_requests")
        );
        return waits is null ? OfQueue(pending, signals)
            : pending is null ? waits
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

    /// <summary>
    /// Npgsql tells how many wait and how many are served, and not for how long: their mean wait by
    /// Little's law. One that is served may have several commands, so that it is no less than that.
    /// </summary>
    private static Signal? OfQueue(Signal? pending, RowSignals signals)
    {
        var served = signals.Sum(new SeriesPattern("db.client.operation.duration", "rate"));
        return pending is null
            ? null
            : pending with
            {
                Unit = "s",
                Values =
                [
                    .. pending.Values.Select(
                        (waiting, i) =>
                            waiting is not { } many ? (double?)null
                            : many == 0 ? 0
                            : served?.Values[i] is > 0 and var rate
                                ? Math.Min(many / rate, signals.Row.Timeline[i].Seconds)
                            : signals.Row.Timeline[i].Seconds
                    ),
                ],
            };
    }
}
