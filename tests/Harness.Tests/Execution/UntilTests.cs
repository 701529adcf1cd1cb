using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

public sealed class UntilTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task It_asks_again_until_it_is_over_and_the_waits_are_in_its_latency()
    {
        var target = new StepTarget(
            _clock,
            (_, before) => (200, before < 2 ? "running" : "done", TimeSpan.FromMilliseconds(5))
        );
        await using var run = new StepRun(_clock, target, Poll());

        var hit = await run.IterateAsync();

        Assert.Equal(3, target.Requests.Count);
        Assert.Equal(5 + 100 + 5 + 100 + 5, Milliseconds(hit.Ended - hit.Intended));
        Assert.Equal(5, Milliseconds(hit.FirstByte - hit.Intended));
        Assert.Equal(1, run.Run.Recorders.Sum()[Outcome.Success]);
        var asked = Assert.Single(run.Parts);
        Assert.Equal(3, asked.Successes);
        Assert.Equal(5_000_000, asked.Latency.GetMaxValue(), tolerance: 5_000);
    }

    [Fact]
    public async Task It_gives_up_after_the_exchange_time_out()
    {
        var target = new StepTarget(_clock, (_, _) => (200, "running", default));
        await using var run = new StepRun(_clock, target, Poll());

        var hit = await run.IterateAsync();

        Assert.Equal(Outcome.Timeout, hit.Outcome);
        Assert.Equal(10_000, Milliseconds(hit.Ended - hit.Intended));
        Assert.Equal("not done after 100 exchanges", run.Run.Samples[Outcome.Timeout]);
    }

    [Fact]
    public async Task An_exchange_that_fails_ends_it()
    {
        var target = new StepTarget(_clock, (_, before) => (before == 0 ? 200 : 404, "", default));
        await using var run = new StepRun(_clock, target, Poll());

        Assert.Equal(Outcome.Http4xx, (await run.IterateAsync()).Outcome);
        Assert.Equal(2, target.Requests.Count);
    }

    private static Scenario Poll() =>
        Scenario.Until(
            "until done",
            Scenario.Http("ask", user => user.Get("/run")),
            reply => reply.Text == "done",
            every: "100ms"
        );

    private static double Milliseconds(long ticks) => TimeSpan.FromTicks(ticks).TotalMilliseconds;
}
