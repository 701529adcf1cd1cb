namespace GatewayBench.Tests.Bisecting;

/// <summary>What searches of tests begin with.</summary>
internal static class Searches
{
    public static BisectRecord New(Commit good, Commit bad, int commits) =>
        new()
        {
            SchemaVersion = BisectRecord.CurrentSchemaVersion,
            Name = "chat",
            StartedAt = DateTimeOffset.UnixEpoch,
            Machine = Baselines.Runs.Machine,
            Good = good,
            Bad = bad,
            Commits = commits,
            Row = "POST /api/chat",
            Metric = PairedMetric.Rate.Name,
            Conditions = "loopback, 2 users",
        };

    /// <summary>Over a line of commits in memory, from number 0 to the last.</summary>
    public static Task<BisectRecord> RunAsync(
        SimulatedCommit[] history,
        SimulatedMeter meter,
        Action<BisectRecord>? store = null,
        Action<string>? tell = null
    ) =>
        new BisectRun(new LineOfCommits(), meter, store ?? (_ => { }), tell ?? (_ => { })).RunAsync(
            New(
                LineOfCommits.Commit(0),
                LineOfCommits.Commit(history.Length - 1),
                history.Length - 1
            ),
            TestContext.Current.CancellationToken
        );

    public static SimulatedMeter Meter(SimulatedCommit[] history, double sigma, ulong seed) =>
        new(hash => history[LineOfCommits.NumberOf(hash)], sigma, seed);
}
