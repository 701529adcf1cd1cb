namespace GatewayBench.Tests.Execution;

/// <summary>Open loads against a real server, judged by counts.</summary>
public sealed class OpenRunTests
{
    [Fact]
    public async Task Every_hit_of_the_schedule_is_sent_and_counted_once()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var row = await RowAsync(target, Load.Constant(500, "500ms"));

        Assert.Equal(250, row.Successes);
        Assert.Equal(250, row.Open!.Offered);
        Assert.Equal(0, row.Open.Unsent);
        Assert.Equal(250, row.Open.ScheduleLag.TotalCount);
        Assert.Equal(251, target.Requests);
        Assert.Null(row.Users);
        Assert.Equal("constant 500/s", row.Load);
    }

    [Fact]
    public async Task The_same_seed_offers_the_same_hits()
    {
        await using var target = new ServerTarget(Runs.OkAsync);
        var load = Load.Poisson(500, "500ms");

        var (one, same, other) = (
            await RowAsync(target, load, seed: 1),
            await RowAsync(target, load, seed: 1),
            await RowAsync(target, load, seed: 2)
        );

        Assert.Equal(one.Open!.Offered, same.Open!.Offered);
        Assert.NotEqual(one.Open.Offered, other.Open!.Offered);
        Assert.Equal(one.Open.Offered, one.Requests);
    }

    [Fact]
    public async Task Hits_of_the_warm_up_are_in_no_figure()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var row = await RowAsync(
            target,
            Load.Constant(500, "500ms"),
            warmUp: TimeSpan.FromSeconds(1)
        );

        Assert.Equal(250, row.Requests);
        Assert.True(target.Requests > 251);
    }

    [Fact]
    public async Task A_cancelled_open_load_reports_what_was_sent_until_then()
    {
        using var cancel = new CancellationTokenSource();
        var requests = 0;
        await using var target = new ServerTarget(context =>
        {
            if (Interlocked.Increment(ref requests) == 50)
            {
                cancel.Cancel();
            }
            return Runs.OkAsync(context);
        });

        var result = await LoadRunner.RunAsync(
            target,
            Runs.Get,
            Load.Constant(500, "1h"),
            Runs.Options,
            cancel.Token
        );

        var row = Assert.Single(result.Rows);
        Assert.True(result.Partial);
        Assert.InRange(row.Requests, 40, row.Open!.Offered);
        Assert.InRange(row.Open.Offered, 49, 10_000);
        Assert.Equal(row.Open.Offered, row.Requests + row.Open.Unsent);
    }

    [Fact]
    public async Task A_mistake_of_the_scenario_ends_an_open_load_too()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        await Assert.ThrowsAsync<ScenarioException>(() =>
            LoadRunner.RunAsync(
                target,
                Runs.BreakingAt(10),
                Load.Constant(500, "1h"),
                Runs.Options,
                TestContext.Current.CancellationToken
            )
        );
    }

    private static async Task<RowResult> RowAsync(
        ITarget target,
        Load load,
        ulong seed = 42,
        TimeSpan? warmUp = null
    )
    {
        var result = await LoadRunner.RunAsync(
            target,
            Runs.Get,
            load,
            Runs.Options with
            {
                Seed = seed,
                WarmUpCap = warmUp ?? TimeSpan.Zero,
            },
            TestContext.Current.CancellationToken
        );
        return Assert.Single(result.Rows);
    }
}
