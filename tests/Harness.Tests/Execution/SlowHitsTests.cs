using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>What a row tells of its slowest exchanges, to the clock's last digit.</summary>
public sealed class SlowHitsTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Latency_is_split_among_client_provider_and_gateway()
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
        _clock.Advance(TimeSpan.FromSeconds(4));
        var pauses = new GcPauseLog(_clock);
        var now = _clock.GetTimestamp();
        pauses.Add(now - 1_000, now + 2_000);

        await run.IterateAsync(late: TimeSpan.FromMilliseconds(5));

        var slow = Assert.Single(SlowestOf(run, pauses));
        Assert.Equal(
            new SlowHit(
                Second: 3.995,
                Exchange: null,
                LatencyMicroseconds: 55_000,
                ClientWaitMicroseconds: 5_000,
                ProviderMicroseconds: 30_000,
                GatewayMicroseconds: 20_000,
                GcPauseMicroseconds: 300,
                Outcome.Success,
                traced.Target.Requests[0].Trace![3..35]
            ),
            slow
        );
        Assert.Equal(slow.Latency, slow.ClientWait + slow.Provider!.Value + slow.Gateway!.Value);
    }

    [Fact]
    public async Task Of_several_exchanges_each_is_named_and_the_slowest_come_first()
    {
        await using var traced = await TracedTarget.StartAsync(
            _clock,
            inProvider: 10,
            elsewhere: 0
        );
        var scenario = Scenario.Sequence(
            "all",
            Scenario.Http("a", u => u.Get("/a")),
            Scenario.Http("b", u => u.Get("/b"))
        );
        await using var run = new StepRun(_clock, traced.Target, scenario, slowest: 3);

        await run.IterateAsync();
        traced.InProvider = 20;
        await run.IterateAsync();
        // Not one of the measured time.
        traced.InProvider = 90;
        await run.IterateAsync(phase: HitPhase.WarmUp);

        (string?, double?, double)[] expected =
        [
            ("a", 20_000, 0.02),
            ("b", 20_000, 0.04),
            ("a", 10_000, 0),
        ];
        Assert.Equal(
            expected,
            SlowestOf(run, null)
                .Select(slow => (slow.Exchange, slow.ProviderMicroseconds, slow.Second))
        );
        Assert.All(SlowestOf(run, null), slow => Assert.Null(slow.GcPauses));
    }

    [Fact]
    public async Task A_provider_that_is_still_at_work_is_charged_with_no_more_than_the_service_time()
    {
        await using var traced = await TracedTarget.StartAsync(
            _clock,
            inProvider: 30,
            elsewhere: 0,
            leaves: false
        );
        await using var run = new StepRun(
            _clock,
            traced.Target,
            Scenario.Http("a", u => u.Get("/a"))
        );
        var hit = await run.IterateAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        run.Run.Count(hit, hit.Intended, new HitId(HitPhase.Measured, 0, 0), new RestingStep());

        Assert.All(
            SlowestOf(run, null),
            slow =>
            {
                Assert.Equal(TimeSpan.FromMilliseconds(30), slow.Provider);
                Assert.Equal(TimeSpan.Zero, slow.Gateway);
            }
        );
    }

    [Fact]
    public async Task Nothing_is_said_of_a_provider_that_was_not_asked_or_under_another_id()
    {
        await using var traced = await TracedTarget.StartAsync(
            _clock,
            inProvider: -1,
            elsewhere: 20
        );
        var own = Scenario.Http(
            "own",
            user =>
            {
                var request = user.Get("/own");
                request.Headers.Add("traceparent", new TraceIds(1, "other").TraceParentOf(default));
                return request;
            }
        );
        await using var without = new StepRun(
            _clock,
            traced.Target,
            Scenario.Http("a", u => u.Get("/a"))
        );
        await using var other = new StepRun(_clock, traced.Target, own);

        await without.IterateAsync();
        traced.InProvider = 10;
        await other.IterateAsync();

        var notAsked = Assert.Single(SlowestOf(without, null));
        Assert.Null(notAsked.Provider);
        Assert.Null(notAsked.Gateway);
        Assert.NotNull(notAsked.TraceId);
        var unknown = Assert.Single(SlowestOf(other, null));
        Assert.Null(unknown.Provider);
        Assert.Null(unknown.TraceId);
    }

    private static SlowHit[] SlowestOf(StepRun run, GcPauseLog? pauses) =>
        new SlowHits(run.Run, run.From, pauses).All();
}
