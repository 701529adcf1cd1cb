namespace GatewayBench.Tests.Execution;

/// <summary>Alone, because other tests need the thread pool too.</summary>
[CollectionDefinition(nameof(BlockedPoolTests), DisableParallelization = true)]
[Collection(nameof(BlockedPoolTests))]
public sealed class BlockedPoolTests
{
    public static MatrixTheoryData<string, bool> Inside =>
        new(["loopback", "inmemory", "testserver"], [false, true]);

    [Theory]
    [MemberData(nameof(Inside))]
    public async Task A_gateway_that_blocks_every_thread_of_the_pool_is_measured_to_its_end(
        string way,
        bool isOpen
    )
    {
        var users = 2 * Environment.ProcessorCount;
        await using var faulty = await FaultyTarget.StartAsync(way);
        Load load = isOpen
            ? Load.Constant(10 * users, "100ms").WithMaxInFlight(users)
            : Load.Closed(users, "100ms");

        var row = await RowAsync(faulty.Target, load);

        RowCheck.AddsUp(row);
        Assert.Empty(row.Errors);
        // Each user's exchange outlasts the measured time, and is waited for; so is what was due.
        Assert.Equal(users, row.Successes);
        Assert.True(row.ServiceTime.GetMinNonZeroValue() >= 999_000_000);
        // Its slices end with it, and not when there are threads again.
        Assert.Equal(0, row.Timeline.Sum(slice => slice.Successes));
    }

    private static async Task<RowResult> RowAsync(ITarget target, Load load)
    {
        var result = await LoadRunner.RunAsync(
            target,
            Scenario.Http("GET /block", user => user.Get("/block")),
            load,
            Runs.Options,
            TestContext.Current.CancellationToken
        );
        return Assert.Single(result.Rows);
    }
}
