namespace GatewayBench;

/// <summary>Callers wait for a connection to the store.</summary>
internal static class StorePoolRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "store_pool",
            Title = "store pool",
            Read = signals =>
                signals.Max(new SeriesPattern("db.client.connection.wait_time", "p99")),
            Floor = 0.1,
            Cause =
                "all connections to the store are lent, mostly because requests keep one while they wait for the model",
            NextStep =
                "give connections back before the call to the provider, then raise the pool's size",
            Felt = symptom => WaitEffect.Of(symptom) ?? Effect.Failures(symptom),
        };
}
