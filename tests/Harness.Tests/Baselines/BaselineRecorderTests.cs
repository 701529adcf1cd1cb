using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Baselines;

public sealed class BaselineRecorderTests
{
    [Fact]
    public void A_row_is_stored_with_its_figures_and_how_it_was_loaded()
    {
        var result = Runs.Of(1_000);

        var row = Assert.Single(BaselineRecorder.Take(result).Baseline!.Rows);

        Assert.Equal(("GET /health", "32 users", 1_000), (row.Name, row.Load, row.Rate));
        Assert.Equal(
            result.Rows[0].LatencyAt(99)!.Value.TotalMicroseconds,
            row.Latency.P99!.Value,
            tolerance: 0.001
        );
        Assert.Equal(25, row.CpuPerRequest);
        Assert.Equal(1_800, row.AllocatedPerRequest);
        Assert.Equal("loopback", row.Conditions["transport"]);
        Assert.Equal("inprocess", row.Conditions["hosting"]);
        Assert.Equal("5", row.Conditions["measured seconds"]);
        Assert.Equal("42", row.Conditions[Variables.Seed]);
    }

    [Fact]
    public void Rows_that_mean_nothing_are_left_out_and_named()
    {
        var invalid = Results.Row("GET /noisy") with { Invalid = ["steal: 9 %"] };
        var failed = Results.Row("GET /broken", successes: 0) with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = 7 },
        };
        var result = Runs.Of(1_000);
        result = result with { Rows = [.. result.Rows, invalid, failed] };

        var (baseline, leftOut) = BaselineRecorder.Take(result);

        Assert.Equal("GET /health", Assert.Single(baseline!.Rows).Name);
        Assert.Equal(
            ["GET /noisy, 32 users: INVALID, steal: 9 %", "GET /broken, 32 users: no success"],
            leftOut
        );
    }

    [Fact]
    public void Nothing_is_made_of_rows_that_all_mean_nothing() =>
        Assert.Null(
            BaselineRecorder
                .Take(Runs.Of(1_000).With(row => row with { Invalid = ["drift"] }))
                .Baseline
        );

    [Fact]
    public void Code_without_optimisation_is_refused_by_name()
    {
        var result = Runs.Of(1_000);
        result = result with { Targets = [result.Targets[0] with { Optimised = false }] };

        var error = Assert.Throws<InvalidDataException>(() => BaselineRecorder.Take(result));

        Assert.Equal(
            "target 'Gateway' was built without optimisation; allowed: a Release build.",
            error.Message
        );
    }

    [Fact]
    public void A_run_that_was_ended_early_is_refused()
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            BaselineRecorder.Take(Runs.Of(1_000) with { Partial = true })
        );

        Assert.Contains("PARTIAL", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_does_not_say_what_it_loaded_is_refused()
    {
        var result = Runs.Of(1_000).With(row => row with { Target = null });
        var both = result with
        {
            Targets = [result.Targets[0], result.Targets[0] with { Name = "Other" }],
        };

        // The only target there is needs no number.
        Assert.NotNull(BaselineRecorder.Take(result).Baseline);
        var error = Assert.Throws<InvalidDataException>(() => BaselineRecorder.Take(both));

        Assert.StartsWith(
            "'GET /health, 32 users' does not say which of 2 targets it loaded",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_run_is_recorded_once_and_history_is_in_order_of_time()
    {
        var machine = Runs.Recorded(Runs.Of(900, day: 3), Runs.Of(1_000), Runs.Of(900, day: 3));

        Assert.Equal([2, 3], machine.History.Select(run => run.TakenAt.Day));
    }
}
