using System.Net;
using GatewayBench.Support;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Execution;

public sealed class AbortTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_run_that_keeps_missing_it_ends_and_is_judged_by_what_it_has()
    {
        var row = await RunAsync("max<100ms or abort");

        // Five looks, a second apart.
        Assert.Equal(5, row.MeasuredSeconds);
        Assert.Equal("max<100ms or abort", row.AbortedBy);
        Assert.False(Assert.Single(row.Slos).Met);
        Assert.Equal(25, row.Successes);
    }

    [Fact]
    public async Task A_run_that_meets_it_goes_on_to_its_end()
    {
        var row = await RunAsync("max<1s or abort");

        Assert.Equal(20, row.MeasuredSeconds);
        Assert.Null(row.AbortedBy);
    }

    [Fact]
    public async Task Without_the_word_a_miss_ends_nothing() =>
        Assert.Equal(20, (await RunAsync("max<100ms")).MeasuredSeconds);

    [Fact]
    public async Task In_a_stage_only_that_stage_counts()
    {
        var row = await RunAsync(
            "max<100ms in late or abort",
            Load.Closed(1, new(1, "8s", "early"), new(1, "12s", "late"))
        );

        // The looks at 9 to 13 s; at 8 s the stage has just begun and nothing has ended in it.
        Assert.Equal(13, row.MeasuredSeconds);
        Assert.Equal([8, 5], row.Stages.Select(stage => stage.Seconds));
    }

    [Fact]
    public async Task Rows_after_it_are_not_run()
    {
        await using var target = new ServerTarget(context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.OK;
            return context.Response.WriteAsync("ok");
        });
        var row = new Row(target, Runs.Get, Load.Closed(1, "30s"));

        var result = await LoadRunner.RunAsync(
            [row, row],
            Runs.Options with
            {
                Slos = [Slo.Parse("max<1us or abort")],
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal("max<1us or abort", Assert.Single(result.Rows).AbortedBy);
        Assert.False(result.Partial);
    }

    private Task<RowResult> RunAsync(string slo, Load? load = null)
    {
        var service = TimeSpan.FromMilliseconds(200);
        return ClockedRun.RunAsync(
            load ?? Load.Closed(1, "20s"),
            _clock,
            new ClockedTarget(_clock, (_, _) => service),
            step: service,
            sentBy: elapsed => 1 + (int)(elapsed / service),
            Runs.Options with
            {
                Slos = [Slo.Parse(slo)],
            }
        );
    }
}
