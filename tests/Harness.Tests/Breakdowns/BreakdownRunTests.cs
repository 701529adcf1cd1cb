using GatewayBench.Support;
using GatewayBench.Tests.Execution;

namespace GatewayBench.Tests.Breakdowns;

/// <summary>What a row tells of all of its exchanges, to the clock's last digit.</summary>
public sealed class BreakdownRunTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Each_exchange_is_split_and_what_the_provider_did_not_see_is_told_apart()
    {
        await using var traced = await TracedTarget.StartAsync(
            _clock,
            inProvider: 30,
            elsewhere: 20
        );
        await using var run = new StepRun(
            _clock,
            traced.Target,
            Scenario.Http("a", u => u.Get("/a"))
        );

        await run.IterateAsync(late: TimeSpan.FromMilliseconds(5));
        traced.InProvider = -1;
        await run.IterateAsync();
        await run.IterateAsync(phase: HitPhase.WarmUp);

        var band = Assert.Single(Of(run).Split);
        Assert.Equal(
            new SplitBand(
                "all",
                Exchanges: 2,
                LatencyMicroseconds: (55_000 + 20_000) / 2.0,
                ClientWaitMicroseconds: 2_500,
                ProviderMicroseconds: 15_000,
                GatewayMicroseconds: 10_000,
                UntoldMicroseconds: 10_000,
                UntoldExchanges: 1
            ),
            band
        );
    }

    [Fact]
    public async Task Of_several_exchanges_each_part_is_split_and_the_whole_is_not()
    {
        await using var traced = await TracedTarget.StartAsync(
            _clock,
            inProvider: 10,
            elsewhere: 5
        );
        var scenario = Scenario.Sequence(
            "all",
            Scenario.Http("a", u => u.Get("/a")),
            Scenario.Http("b", u => u.Get("/b"))
        );
        await using var run = new StepRun(_clock, traced.Target, scenario);

        await run.IterateAsync();

        Assert.Null(run.Run.Recorders.Sum().Causes);
        Assert.Equal(
            [(10_000.0, 5_000.0), (10_000, 5_000)],
            run.Parts.Select(part => part.Breakdown!.Split[0])
                .Select(band => (band.ProviderMicroseconds!.Value, band.GatewayMicroseconds!.Value))
        );
    }

    [Fact]
    public async Task Prompts_are_counted_by_class_and_turns_by_session()
    {
        await using var traced = await TracedTarget.StartAsync(
            _clock,
            inProvider: 10,
            elsewhere: 0
        );
        var feed = PromptFeed.Of("short", string.Join(' ', Enumerable.Repeat("word", 200)));
        var scenario = GatewayScenarios.Session(turns: 3, "/a").Prompts(feed).ThinkTime("0s", "0s");
        await using var run = new StepRun(_clock, traced.Target, scenario);

        for (var turn = 0; turn < 30; turn++)
        {
            traced.PromptTokens = 100 * (1 + turn % 3);
            await run.IterateAsync();
        }

        var prompts = Of(run).Prompts;
        Assert.Equal(["up to 128 tokens", "129 to 512 tokens"], prompts.Select(one => one.Name));
        Assert.Equal(30, prompts.Sum(one => one.Successes));
        Assert.All(prompts, one => Assert.InRange(one.Successes, 1, 29));
        var turns = Of(run).Turns!.Turns;
        (int, int?, long, double?)[] expected = [(1, 1, 10, 100), (2, 2, 10, 200), (3, 4, 10, 300)];
        Assert.Equal(
            expected,
            turns.Select(one => (one.First, one.Last, one.Successes, one.PromptTokens))
        );
        Assert.All(turns, one => Assert.True(one.SentBytes > 50));
    }

    [Fact]
    public async Task A_failure_is_its_classs_and_in_no_time()
    {
        await using var traced = await TracedTarget.StartAsync(
            _clock,
            inProvider: 10,
            elsewhere: 0,
            status: 500
        );
        var scenario = Scenario
            .Http("a", user => user.PostJson("/a", user.NextPrompt()))
            .Prompts(PromptFeed.Of("only"));
        await using var run = new StepRun(_clock, traced.Target, scenario);

        await run.IterateAsync();

        var only = Assert.Single(Of(run).Prompts);
        Assert.Equal((0, 1), (only.Successes, only.Errors));
        Assert.Null(only.TailShare);
        Assert.Empty(Of(run).Split);
        Assert.Null(Of(run).Turns);
    }

    private static Breakdown Of(StepRun run) =>
        run.Run.Recorders.Sum().Causes!.Result(run.Run.Whole.PromptClasses);
}
