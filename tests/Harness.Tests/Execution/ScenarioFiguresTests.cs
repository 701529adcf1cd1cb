using GatewayBench.Support;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Execution;

/// <summary>What scenarios record of their own, and how their users behave.</summary>
public sealed class ScenarioFiguresTests
{
    [Fact]
    public async Task Counters_rates_and_trends_are_those_of_the_measured_successes()
    {
        var requests = 0;
        await using var target = new ServerTarget(context =>
        {
            var number = Interlocked.Increment(ref requests);
            context.Response.StatusCode = number % 5 == 0 ? 500 : 200;
            return context.Response.WriteAsync(number % 2 == 0 ? "even" : "odd");
        });
        var scenario = Runs
            .Get.Count("letters", reply => reply.Body.Length)
            .Rate("even", reply => reply.Text == "even")
            .Trend("length", "letters", reply => reply.Body.Length);

        var row = await Runs.RowAsync(target, scenario);

        var (letters, even, length) = (row.Metrics[0], row.Metrics[1], row.Metrics[2]);
        Assert.All(row.Metrics, metric => Assert.Equal(row.Successes, metric.Count));
        Assert.Equal(4 * even.Sum + 3 * (row.Successes - even.Sum), letters.Sum);
        Assert.InRange(even.Sum, 1, row.Successes - 1);
        Assert.Equal(row.Successes, length.Values!.TotalCount);
        Assert.Equal(4, length.Values.GetMaxValue());
    }

    [Fact]
    public async Task A_metric_that_throws_or_is_negative_is_a_mistake_of_the_scenario()
    {
        await using var target = new ServerTarget(_ => Task.CompletedTask);

        var thrown = await Assert.ThrowsAsync<ScenarioException>(() =>
            Runs.RowAsync(target, Runs.Get.Count("c", _ => throw new FormatException("no number")))
        );
        var negative = await Assert.ThrowsAsync<ScenarioException>(() =>
            Runs.RowAsync(target, Runs.Get.Count("c", _ => -1))
        );

        Assert.Equal("Metric 'c' threw: no number", thrown.Message);
        Assert.Equal("Metric 'c' is -1; allowed: from 0.", negative.Message);
    }

    [Fact]
    public async Task Users_keep_cookies_apart()
    {
        var mixedUp = 0;
        await using var target = new ServerTarget(context =>
        {
            var user = context.Request.Headers["X-User"].ToString();
            if (context.Request.Cookies["user"] is { } cookie && cookie != user)
            {
                Interlocked.Increment(ref mixedUp);
            }
            context.Response.Cookies.Append("user", user);
            context.Response.StatusCode = context.Request.Cookies.Count == 0 ? 401 : 200;
            return Task.CompletedTask;
        });
        var scenario = Scenario
            .Http(
                "GET /",
                user =>
                {
                    var request = user.Get("/");
                    request.Headers.Add("X-User", $"{user.Index}");
                    return request;
                }
            )
            .Expect(Outcome.Http4xx);

        var row = await Runs.AnsweredRowAsync(target, scenario, users: 4);

        Assert.Equal(0, mixedUp);
        // Each user's first request comes without a cookie, and no other does.
        Assert.Equal(4, row.Errors[Outcome.Http4xx]);
        Assert.True(row.Successes > 0);
    }

    [Fact]
    public async Task Users_think_and_start_one_after_another()
    {
        // Two users, one a second; each exchange takes 100 ms, each pause 400 ms.
        var clock = new ManualTimeProvider();
        var target = new ClockedTarget(clock, (_, _) => TimeSpan.FromMilliseconds(100));

        var row = await ClockedRun.RunAsync(
            Load.Closed(2, "3s").StartingPerSecond(1),
            clock,
            target,
            TimeSpan.FromMilliseconds(50),
            sentBy: time => Math.Min(6, StartsBy(time)) + Math.Min(4, StartsBy(time - OneSecond)),
            scenario: Runs.Get.ThinkTime(Delay.Fixed("400ms"))
        );

        Assert.Equal(10, row.Successes);
        Assert.Equal(TimeSpan.FromMilliseconds(100), Rounded(row.MaxLatency!.Value));

        static int StartsBy(TimeSpan time) =>
            time < TimeSpan.Zero ? 0 : 1 + (int)(time.TotalMilliseconds / 500);

        static TimeSpan Rounded(TimeSpan time) =>
            TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds));
    }

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
}
