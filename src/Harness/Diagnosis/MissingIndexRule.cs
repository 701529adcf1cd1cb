namespace GatewayBench;

/// <summary>Each use of the store takes longer as it fills.</summary>
internal static class MissingIndexRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "missing_index",
            Title = "missing index",
            Read = signals =>
                signals.Max(new SeriesPattern("db.client.connection.use_time", "p50")),
            Floor = 0.01,
            Factor = 3,
            Cause = "a query reads all rows, of which there are ever more",
            NextStep = "look at the plans of the store's queries, and add the index that they lack",
            Felt = symptom =>
                GrowthEffect.Of(symptom, symptom.Signal.Times(1e6)) ?? Effect.Failures(symptom),
        };
}
