using GatewayBench.Tests.Execution;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Profiles;

public sealed class ProfileRunTests
{
    [Fact]
    public async Task A_profile_brings_what_the_options_leave_open()
    {
        await using var target = new ServerTarget(Runs.OkAsync);
        var told = new List<string>();

        var result = await RunAsync(
            target,
            Profile.Smoke("100ms"),
            Runs.Options with
            {
                Progress = told.Add,
            }
        );

        Assert.Equal("smoke", result.Profile);
        Assert.Equal("One user gets right answers, without an error.", result.Hypothesis);
        Assert.Equal("errors<=0%", Assert.Single(Assert.Single(result.Rows).Slos).Expression);
        Assert.StartsWith("profile smoke: ", told[0], StringComparison.Ordinal);

        var own = await RunAsync(
            target,
            Profile.Smoke("100ms"),
            Runs.Options with
            {
                Hypothesis = "mine",
                Slos = [Slo.Parse("max<1h")],
            }
        );
        Assert.Equal(("mine", "max<1h"), (own.Hypothesis, own.Rows[0].Slos[0].Expression));
    }

    [Fact]
    public async Task Headroom_has_a_row_for_the_peak_and_one_for_twice_as_many()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var result = await RunAsync(target, Profile.Headroom(3, "100ms"), Runs.Options);

        Assert.Equal([3, 6], result.Rows.Select(row => row.Users));
    }

    [Fact]
    public async Task A_breakpoint_is_searched_step_by_step()
    {
        var now = 0;
        // Turns away whoever comes while six others are there, and so fails from seven users on.
        await using var target = new ServerTarget(async context =>
        {
            if (Interlocked.Increment(ref now) > 6)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), context.RequestAborted);
            Interlocked.Decrement(ref now);
        });

        var result = await RunAsync(
            target,
            Profile.Breakpoint(from: 2, to: 100, step: "200ms"),
            Runs.Options with
            {
                Slos = [Slo.Parse("max<1h")],
            }
        );

        var found = result.Breakpoint!;
        Assert.Equal([2, 4, 8, 6, 7], found.Steps.Select(step => step.Users));
        Assert.Equal((6, 7), (found.Held, found.Failed));
        Assert.Equal(
            result.Rows.Select(row => row.Users),
            found.Steps.Select(step => (int?)step.Users)
        );
        Assert.EndsWith("errors", found.Steps[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SLO_that_aborts_ends_a_step_of_a_search_and_not_the_search()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var result = await RunAsync(
            target,
            Profile.Breakpoint(from: 1, to: 1, step: "1m"),
            Runs.Options with
            {
                Slos = [Slo.Parse("max<1us or abort")],
            }
        );

        Assert.Equal([1, 1], result.Rows.Select(row => row.Users!.Value));
        Assert.All(result.Rows, row => Assert.Equal("max<1us or abort", row.AbortedBy));
        Assert.Equal((0, 1), (result.Breakpoint!.Held, result.Breakpoint.Failed));
    }

    [Fact]
    public async Task Scaled_time_shortens_loads_and_pauses_and_leaves_latency_unjudged()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var result = await LoadRunner.RunAsync(
            target,
            Runs.Get.ThinkTime(Delay.Fixed("2s")),
            Load.Closed(1, "10s"),
            Runs.Options with
            {
                TimeScale = 0.05,
                Slos = [Slo.Parse("errors<1%"), Slo.Parse("max<1us"), Slo.Parse("rps>1000")],
            },
            TestContext.Current.CancellationToken
        );

        var row = Assert.Single(result.Rows);
        Assert.Equal(0.05, result.TimeScale);
        Assert.InRange(row.MeasuredSeconds, 0.5, 5);
        // Five pauses of 100 ms; of 2 s, there would be one exchange.
        Assert.InRange(row.Successes, 2, 6);
        Assert.Equal([true, false, false], row.Slos.Select(slo => slo.Judged));
        Assert.Equal([true, false, false], row.Slos.Select(slo => slo.Met));
    }

    [Fact]
    public async Task An_open_load_can_not_be_scaled()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            LoadRunner.RunAsync(
                target,
                Runs.Get,
                Load.Constant(1, "1s"),
                Runs.Options with
                {
                    TimeScale = 0.1,
                },
                TestContext.Current.CancellationToken
            )
        );
    }

    private static Task<LoadResult> RunAsync(ITarget target, Profile profile, RunOptions options) =>
        LoadRunner.RunAsync(
            target,
            Runs.Get,
            profile,
            options,
            TestContext.Current.CancellationToken
        );
}
