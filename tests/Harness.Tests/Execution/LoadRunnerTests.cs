using GatewayBench.Support;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Execution;

public sealed class LoadRunnerTests
{
    private static Task Ok(HttpContext context) => context.Response.WriteAsync("ok");

    [Fact]
    public async Task Every_request_that_the_server_saw_is_in_the_result_but_the_one_before_the_load()
    {
        await using var target = new ServerTarget(Ok);

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
        await using var target = new ServerTarget(Ok);

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
    public async Task Cancellation_ends_with_a_partial_result_of_what_was_measured()
    {
        using var cancel = new CancellationTokenSource();
        var inSecondRow = 0;
        await using var target = new ServerTarget(context =>
        {
            // The checked exchange is the first; the tenth is in the midst of the load.
            if (cancel.Token.CanBeCanceled && inSecondRow > 0 && ++inSecondRow == 10)
            {
                cancel.Cancel();
            }
            return Ok(context);
        });
        var rows = Enumerable
            .Range(1, 3)
            .Select(number => new Row(
                target,
                Runs.Get.Named($"row {number}"),
                Load.Closed(1, "100ms")
            ))
            .ToList();
        var options = Runs.Options with
        {
            Progress = line =>
                inSecondRow = line.StartsWith("row 2", StringComparison.Ordinal) ? 1 : inSecondRow,
        };

        var result = await LoadRunner.RunAsync(rows, options, cancel.Token);

        Assert.True(result.Partial);
        Assert.Equal(["row 1", "row 2"], result.Rows.Select(row => row.Name));
        Assert.True(result.Rows[0].Successes > 0);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_before_it_measured_anything_has_no_rows_and_is_not_valid()
    {
        using var cancel = new CancellationTokenSource();
        await using var target = new ServerTarget(Ok);
        var options = Runs.Options with { Progress = _ => cancel.Cancel() };

        var result = await LoadRunner.RunAsync(
            [new Row(target, Runs.Get, Load.Closed(1, "100ms"))],
            options,
            cancel.Token
        );

        Assert.Empty(result.Rows);
        Assert.True(result.Partial);
        Assert.False(result.IsValid);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_before_anything_was_measured_is_stored_though_nobody_reads_its_output()
    {
        using var cancel = new CancellationTokenSource();
        await using var target = new ServerTarget(Ok);
        var folder = Directory.CreateTempSubdirectory("gatewaybench");
        var options = Runs.Options with
        {
            OutputDirectory = folder.FullName,
            Progress = _ => cancel.Cancel(),
            Output = _ => throw new IOException("broken pipe"),
        };

        await Assert.ThrowsAsync<IOException>(() =>
            LoadRunner.RunAsync(target, Runs.Get, Load.Closed(1, "100ms"), options, cancel.Token)
        );

        var file = folder.EnumerateFiles("result.json", SearchOption.AllDirectories).Single();
        var result = ResultFile.Deserialize(
            await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken)
        );
        folder.Delete(recursive: true);
        Assert.True(result.Partial);
        Assert.Empty(result.Rows);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_in_the_midst_of_a_row_stores_it_at_once_and_calibrates_no_more()
    {
        using var cancel = new CancellationTokenSource();
        await using var gateway = Targets.SampleGateway.WithoutProvider();
        var folder = Directory.CreateTempSubdirectory("gatewaybench");
        var requests = 0;
        var scenario = Scenario.Http(
            "GET /health/live",
            user =>
            {
                if (Interlocked.Increment(ref requests) == 50)
                {
                    cancel.Cancel();
                }
                return user.Get("/health/live");
            }
        );
        LoadResult? before = null;
        var options = Runs.Options with
        {
            Calibrate = true,
            OutputDirectory = folder.FullName,
            // The first line that is printed: until then only what is stored at once is stored.
            Output = _ => before ??= Stored(),
        };

        var result = await LoadRunner.RunAsync(
            gateway,
            scenario,
            Load.Closed(2, "1h"),
            options,
            cancel.Token
        );

        folder.Delete(recursive: true);
        Assert.True(Assert.Single(result.Rows).Successes > 0);
        Assert.True(before!.Partial);
        Assert.Equal(result.Rows[0].Successes, Assert.Single(before.Rows).Successes);
        // A calibration would have made thousands.
        Assert.InRange(requests, 50, 1_000);

        LoadResult Stored() =>
            ResultFile.Deserialize(
                File.ReadAllBytes(
                    folder
                        .EnumerateFiles("result.json", SearchOption.AllDirectories)
                        .Single()
                        .FullName
                )
            );
    }

    [Fact]
    public async Task A_run_that_is_cancelled_in_its_warm_up_has_no_row_either()
    {
        using var cancel = new CancellationTokenSource();
        var requests = 0;
        await using var target = new ServerTarget(context =>
        {
            if (Interlocked.Increment(ref requests) == 10)
            {
                cancel.Cancel();
            }
            return Ok(context);
        });

        var result = await LoadRunner.RunAsync(
            [new Row(target, Runs.Get, Load.Closed(1, "100ms"))],
            Runs.Options with
            {
                WarmUpCap = TimeSpan.FromMinutes(1),
            },
            cancel.Token
        );

        Assert.Empty(result.Rows);
        Assert.Contains("Nothing was measured.", ConsoleReport.Lines(result));
    }

    [Fact]
    public async Task A_mistake_of_the_scenario_under_load_ends_the_run_at_once()
    {
        await using var target = new ServerTarget(Ok);
        var calls = 0;
        var broken = Scenario.Http(
            "broken",
            user =>
                Interlocked.Increment(ref calls) < 10
                    ? user.Get("/")
                    : throw new FormatException("no such id")
        );
        var row = new Row(target, broken, Load.Closed(4, "1h"));

        await Assert.ThrowsAsync<ScenarioException>(() =>
            LoadRunner.RunAsync([row], Runs.Options, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_mistake_in_the_scenario_is_told_as_such_and_not_as_an_error_of_the_target()
    {
        await using var target = new ServerTarget(Ok);
        var broken = Scenario.Http("broken", _ => throw new FormatException("no such id"));
        var check = Runs.Get.Check("throws", _ => throw new FormatException("not a number"));

        var request = await Assert.ThrowsAsync<ScenarioException>(() =>
            Runs.RowAsync(target, broken)
        );
        var reply = await Assert.ThrowsAsync<ScenarioException>(() => Runs.RowAsync(target, check));

        Assert.Equal("Scenario 'broken' could not make a request: no such id", request.Message);
        Assert.Equal("Check 'throws' threw: not a number", reply.Message);
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        await using var target = new ServerTarget(Ok);

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
            return Ok(context);
        });

        var fault = await Assert.ThrowsAsync<TargetFaultException>(() => Runs.RowAsync(server));

        Assert.Equal("it called home", fault.Message);
    }

    [Fact]
    public async Task The_slowest_user_and_the_process_are_reported()
    {
        await using var target = new ServerTarget(Ok);

        var row = await Runs.RowAsync(target, users: 2);

        Assert.True(row.CpuMicrosecondsPerRequest > 0);
        Assert.True(row.AllocatedBytesPerRequest > 0);
        Assert.True(row.Fairness is null or (> 0 and <= 1));
    }
}
