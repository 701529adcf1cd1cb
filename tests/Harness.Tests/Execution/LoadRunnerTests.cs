using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

public sealed class LoadRunnerTests
{
    [Fact]
    public async Task Every_request_that_the_server_saw_is_in_the_result_but_the_one_before_the_load()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var row = await Runs.RowAsync(target, users: 4);

        Assert.Equal(target.Requests - 1, row.Successes);
        Assert.Equal(row.Successes, row.Requests);
        Assert.Equal(row.Successes, row.Latency.TotalCount);
        Assert.Equal(row.Successes, row.FirstByte.TotalCount);
        Assert.Equal(2 * row.Successes, row.Bytes);
    }

    [Fact]
    public async Task Failures_are_counted_apart_and_have_a_histogram_of_their_own()
    {
        var requests = 0;
        await using var target = new ServerTarget(context =>
        {
            // The first request is the checked one, which must pass for the load to begin.
            context.Response.StatusCode = Interlocked.Increment(ref requests) % 2 == 1 ? 200 : 500;
            return Task.CompletedTask;
        });

        var row = await Runs.RowAsync(target);

        Assert.Equal(target.Requests - 1, row.Requests);
        Assert.InRange(row.Errors[Outcome.Http5xx] - row.Successes, 0, 1);
        Assert.Equal(row.Successes, row.Latency.TotalCount);
        Assert.Equal(row.Errors[Outcome.Http5xx], row.FailureLatency.TotalCount);
    }

    [Fact]
    public async Task What_is_in_flight_at_the_end_is_waited_for_and_counted()
    {
        const int Users = 8;
        var clock = new ManualTimeProvider();
        var release = new TaskCompletionSource();
        var requests = 0;
        await using var target = new ServerTarget(_ =>
            Interlocked.Increment(ref requests) == 1 ? Task.CompletedTask : release.Task
        );

        var running = Runs.RowAsync(
            target,
            users: Users,
            options: Runs.Options with
            {
                Clock = clock,
            }
        );
        await Eventually.TrueAsync(() => target.Requests == Users + 1);
        // Nothing but the exchanges' own time-outs waits any more once the measured time is over.
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            return clock.PendingTimers == Users;
        });
        release.SetResult();
        var row = await running;

        Assert.Equal(Users, row.InFlightAtEnd);
        Assert.Equal(Users, row.Successes);
        Assert.Equal(0, row.SuccessesInTime);
        Assert.Empty(row.Errors);
    }

    [Fact]
    public async Task The_warm_up_is_in_no_figure()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var row = await Runs.RowAsync(
            target,
            options: Runs.Options with
            {
                WarmUpCap = TimeSpan.FromMilliseconds(500),
            }
        );

        Assert.True(row.WarmUpSeconds >= 0.5);
        Assert.InRange(row.Successes, 1, target.Requests - 2);
        Assert.Equal(row.Successes, row.Latency.TotalCount);
    }

    [Fact]
    public async Task A_row_whose_first_exchange_fails_is_not_loaded()
    {
        await using var target = new ServerTarget(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });

        var row = await Runs.RowAsync(target, users: 4);

        Assert.Equal(1, target.Requests);
        Assert.Equal(1, row.Errors[Outcome.Http4xx]);
        Assert.Contains("not loaded", Assert.Single(row.Invalid), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expected_class_does_not_stop_the_load()
    {
        await using var target = new ServerTarget(context =>
        {
            context.Response.StatusCode = 429;
            return Task.CompletedTask;
        });
        var scenario = Scenario.Http("GET /", user => user.Get("/")).Expect(Outcome.RateLimited);

        var row = await Runs.RowAsync(target, scenario);

        Assert.True(row.Errors[Outcome.RateLimited] > 1);
        Assert.Equal(0, row.UnexpectedErrors);
    }

    [Fact]
    public async Task A_mistake_of_the_scenario_under_load_ends_the_run_at_once()
    {
        await using var target = new ServerTarget(Runs.OkAsync);
        var row = new Row(target, Runs.BreakingAt(10), Load.Closed(4, "1h"));

        await Assert.ThrowsAsync<ScenarioException>(() =>
            LoadRunner.RunAsync([row], Runs.Options, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_mistake_in_the_scenario_is_told_as_such_and_not_as_an_error_of_the_target()
    {
        await using var target = new ServerTarget(Runs.OkAsync);
        var check = Runs.Get.Check("throws", _ => throw new FormatException("not a number"));

        var request = await Assert.ThrowsAsync<ScenarioException>(() =>
            Runs.RowAsync(target, Runs.BreakingAt(1))
        );
        var reply = await Assert.ThrowsAsync<ScenarioException>(() => Runs.RowAsync(target, check));

        Assert.Equal("Scenario 'broken' could not make a request: no such id", request.Message);
        Assert.Equal("Check 'throws' threw: not a number", reply.Message);
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Runs.RowAsync(
                target,
                options: Runs.Options with
                {
                    WarmUpCap = TimeSpan.FromSeconds(-1),
                }
            )
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Runs.RowAsync(target, options: Runs.Options with { ExchangeTimeout = TimeSpan.Zero })
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Runs.RowAsync(target, options: Runs.Options with { SlowestExchanges = 1_001 })
        );
        Assert.Equal(0, target.Requests);
    }

    [Fact]
    public async Task A_fault_of_the_target_ends_the_run_with_its_message()
    {
        var requests = 0;
        ServerTarget? target = null;
        await using var server = target = new ServerTarget(context =>
        {
            target!.Fault = Interlocked.Increment(ref requests) > 1 ? "it called home" : null;
            return Runs.OkAsync(context);
        });

        var fault = await Assert.ThrowsAsync<TargetFaultException>(() => Runs.RowAsync(server));

        Assert.Equal("it called home", fault.Message);
    }

    [Fact]
    public async Task The_costs_of_the_process_are_reported()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var row = await Runs.RowAsync(target, users: 2);

        Assert.True(row.CpuMicrosecondsPerRequest > 0);
        Assert.True(row.AllocatedBytesPerRequest > 0);
    }
}
