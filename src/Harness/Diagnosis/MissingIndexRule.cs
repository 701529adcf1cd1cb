namespace GatewayBench;

/// <summary>Uses of the store take longer as it fills: the slowest of them, as few queries lack an index.</summary>
internal static class MissingIndexRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "missing_index",
            Title = "slow queries of the store",
            Read = signals =>
                signals.Max(new SeriesPattern("db.client.connection.use_time", "p99"))
                ?? signals.Max(new SeriesPattern("db.client.operation.duration", "p99")),
            Floor = 0.05,
            Factor = 3,
            Cause =
                "a query lacks an index and reads all rows, of which there are ever more; or many wait for the same row, or the disk",
            NextStep = "look at the plans of the store's queries, and add the index that they lack",
            Felt = symptom =>
                GrowthEffect.Of(symptom, symptom.Signal.Times(1e6), LeastShare)
                ?? Effect.Failures(symptom),
        };

    /// <summary>Of what the p50 grew by, for one use: an exchange has several.</summary>
    private const double LeastShare = 0.25;
}
