using GatewayBench.Tests.Execution;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Arms;

public sealed class ArmLoadTests
{
    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(30);

    [Fact]
    public async Task Users_work_in_slices_only_and_each_slice_tells_its_own_requests()
    {
        await using var target = new ServerTarget(Execution.Runs.OkAsync);
        await using var arm = await StartAsync(target, users: 3);

        for (var i = 0; i < 3; i++)
        {
            var before = target.Requests;
            var slice = await arm.SliceAsync(_slice);

            Assert.Equal(target.Requests - before, slice.Requests);
            Assert.True(slice.Requests >= 3);
            Assert.Equal(slice.Requests, slice.Successes);
            Assert.Equal(slice.Successes / slice.Seconds, slice.Rate);
            Assert.True(slice.Seconds >= _slice.TotalSeconds / 2);
            Assert.True(slice is { CpuSeconds: > 0, AllocatedBytes: > 0 });
        }
    }

    [Fact]
    public async Task An_iteration_that_outlasts_the_slice_is_waited_for_and_counts()
    {
        await using var target = new ServerTarget(context => Task.Delay(5 * _slice));
        await using var arm = await StartAsync(target, users: 2);

        var slice = await arm.SliceAsync(_slice);

        Assert.Equal(2, slice.Successes);
        Assert.True(slice.Seconds >= 4 * _slice.TotalSeconds, $"{slice.Seconds} s");
    }

    [Fact]
    public async Task Failures_are_told_by_class()
    {
        var answered = 0;
        await using var target = new ServerTarget(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref answered) == 1 ? 200 : 503;
            return context.Response.WriteAsync("ok");
        });
        await using var arm = await StartAsync(target, users: 1);

        var slice = await arm.SliceAsync(_slice);

        Assert.Equal((0, 0.0), (slice.Successes, slice.Rate));
        Assert.Equal(slice.Requests, slice.UnexpectedErrors);
        Assert.Equal("http_5xx", Assert.Single(slice.Errors).Key);
    }

    [Fact]
    public async Task A_first_iteration_that_fails_keeps_it_from_starting()
    {
        await using var target = new ServerTarget(context =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync("who are you?");
        });

        var failure = await Assert.ThrowsAsync<TargetStartException>(() => StartAsync(target, 1));

        Assert.Contains("GET / failed as http_4xx", failure.Message, StringComparison.Ordinal);
        Assert.Contains("who are you?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_that_can_not_go_on_ends_the_slice_with_its_mistake()
    {
        await using var target = new ServerTarget(Execution.Runs.OkAsync);
        await using var arm = await StartAsync(
            target,
            users: 2,
            Execution.Runs.BreakingAt(request: 200)
        );

        await Assert.ThrowsAsync<ScenarioException>(async () =>
        {
            while (true)
            {
                await arm.SliceAsync(_slice);
            }
        });
    }

    [Fact]
    public async Task The_open_load_has_no_p99_of_too_few_samples_and_leaves_the_users_as_they_are()
    {
        await using var target = new ServerTarget(Execution.Runs.OkAsync);
        await using var arm = await StartAsync(target, users: 2);

        var open = await arm.OpenAsync(rate: 200, TimeSpan.FromMilliseconds(250));

        Assert.Equal((50, 50, null), (open.Requests, open.Successes, open.P99Microseconds));
        Assert.True(open.CpuMicroseconds > 0);
        Assert.True((await arm.SliceAsync(_slice)).Successes >= 2);
    }

    private static Task<ArmLoad> StartAsync(ITarget target, int users, Scenario? scenario = null) =>
        ArmLoad.StartAsync(
            new Row(
                target,
                scenario ?? Execution.Runs.Get,
                Load.Closed(users, TimeSpan.FromSeconds(1))
            ),
            Execution.Runs.Options,
            TestContext.Current.CancellationToken
        );
}
