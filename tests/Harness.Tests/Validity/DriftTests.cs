using GatewayBench.Tests.Execution;

namespace GatewayBench.Tests.Validity;

public sealed class DriftTests
{
    [Fact]
    public void The_rate_of_the_last_third_is_compared_with_that_of_the_first()
    {
        Assert.Equal(1, Drift.OfRate(Rates(1_000, 1_000, 1, 1, 1_000, 1_000), users: 4));
        Assert.Equal(0.5, Drift.OfRate(Rates(1_000, 1_000, 1, 1, 500, 500), users: 4));
        Assert.Equal(2, Drift.OfRate(Rates(500, 500, 1, 1, 1_000, 1_000), users: 4));
    }

    [Fact]
    public void It_is_the_rate_and_not_the_count_because_slices_differ_in_length()
    {
        Slice[] slices =
        [
            .. Rates(1_000, 1_000, 1_000, 1_000),
            new(0.5, 2_000, 1),
            new(0.25, 1_000, 1),
        ];

        Assert.Equal(1, Drift.OfRate(slices, users: 4));
    }

    [Fact]
    public void Below_six_slices_nothing_is_judged()
    {
        Assert.Null(Drift.OfRate(Rates(1_000, 1_000, 1_000, 1_000, 10), users: 1));
        Assert.NotNull(Drift.OfRate(Rates(1_000, 1_000, 1_000, 1_000, 10, 10), users: 1));
    }

    [Fact]
    public void At_low_rates_chance_alone_makes_thirds_differ()
    {
        Assert.Null(Drift.OfRate(Rates(5, 5, 5, 5, 2, 2), users: 1));
        Assert.Equal(0.4, Drift.OfRate(Rates(500, 500, 500, 500, 200, 200), users: 1));
        Assert.Null(Drift.OfRate(Rates(0, 0, 5, 5, 5, 5), users: 1));
        Assert.Null(Drift.OfRate(Rates(5, 0, 5, 5, 0, 0), users: 1));
        Assert.Equal(0, Drift.OfRate(Rates(500, 500, 5, 5, 0, 0), users: 1));
    }

    [Fact]
    public void Users_that_answer_together_fall_into_a_third_all_or_none()
    {
        // 64 users, a second each: the first third saw one answer of each, the last one two.
        var slices = Rates(64, 0, 0, 0, 64, 64);

        Assert.Null(Drift.OfRate(slices, users: 64));
        Assert.Equal(2, Drift.OfRate(slices, users: 10));
    }

    [Theory]
    [InlineData(990, 10, true)]
    [InlineData(989, 11, false)]
    [InlineData(0, 5_000, false)]
    [InlineData(0, 0, true)]
    public void Where_failures_are_more_than_a_hundredth_nothing_is_judged(
        long successes,
        long failures,
        bool expected
    ) => Assert.Equal(expected, Drift.IsOfSuccesses(successes, failures));

    [Fact]
    public async Task A_row_of_failures_has_none()
    {
        var requests = 0;
        await using var target = new ServerTarget(context =>
        {
            // The first one is asked for before the load.
            context.Response.StatusCode = Interlocked.Increment(ref requests) == 1 ? 200 : 500;
            return Task.CompletedTask;
        });

        // As many slices as a drift needs.
        var result = await LoadRunner.RunAsync(
            target,
            Runs.Get,
            Load.Closed(2, "2s"),
            Runs.Options,
            TestContext.Current.CancellationToken
        );
        var row = Assert.Single(result.Rows);

        Assert.True(row.Errors[Outcome.Http5xx] > 0);
        Assert.Null(row.Trust.Drift);
    }

    [Fact]
    public void The_service_time_of_an_open_load_is_compared_in_the_same_way()
    {
        Assert.Equal(1, Drift.OfServiceTime(Services(12, _ => 0.01))!.Value, 1e-9);
        Assert.Equal(3, Drift.OfServiceTime(Services(12, i => i < 4 ? 0.01 : 0.03))!.Value, 1e-9);
        Assert.Null(Drift.OfServiceTime(Services(11, i => i < 4 ? 0.01 : 0.03)));
    }

    [Fact]
    public void Slices_without_hits_have_no_service_time()
    {
        Slice[] slices = [.. Services(12, _ => 0.01)];
        slices[0] = new Slice(0.25, 0, 0);

        Assert.Null(Drift.OfServiceTime(slices));
        Assert.NotNull(Drift.OfServiceTime([slices[0], .. Services(14, _ => 0.01)]));
    }

    [Fact]
    public void Steady_service_times_with_a_heavy_tail_seldom_look_like_a_drift()
    {
        var drifts = Enumerable
            .Range(1, 500)
            .Count(seed =>
            {
                var noise = new Noise(seed);
                var slices = Services(
                    20,
                    _ => Enumerable.Range(0, 10).Average(_ => noise.Tailed(0.4))
                );
                return Gates.Failed(new Trust { Drift = Drift.OfServiceTime(slices) }, null).Any();
            });

        Assert.InRange(drifts, 0, 15);
    }

    private static Slice[] Rates(params long[] hits) =>
        [.. hits.Select(count => new Slice(0.25, count, 0.01 * count))];

    private static Slice[] Services(int slices, Func<int, double> service) =>
        [.. Enumerable.Range(0, slices).Select(i => new Slice(0.25, 10, 10 * service(i)))];
}
