using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>What a row tells of its slowest exchanges, to the clock's last digit.</summary>
public sealed class SlowHitsTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private FakeProvider? _provider;
    private int _inProvider;

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }
    }

    [Fact]
    public async Task Latency_is_split_among_client_provider_and_gateway()
    {
        var target = await TargetAsync(inProvider: 30, elsewhere: 20);
        await using var run = new StepRun(_clock, target, Scenario.Http("a", u => u.Get("/a")));
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
                target.Requests[0].Trace![3..35]
            ),
            slow
        );
        Assert.Equal(slow.Latency, slow.ClientWait + slow.Provider!.Value + slow.Gateway!.Value);
    }

    [Fact]
    public async Task Of_several_exchanges_each_is_named_and_the_slowest_come_first()
    {
        var target = await TargetAsync(inProvider: 10, elsewhere: 0);
        var scenario = Scenario.Sequence(
            "all",
            Scenario.Http("a", u => u.Get("/a")),
            Scenario.Http("b", u => u.Get("/b"))
        );
        await using var run = new StepRun(_clock, target, scenario, slowest: 3);

        await run.IterateAsync();
        _inProvider = 20;
        await run.IterateAsync();
        // Not one of the measured time.
        _inProvider = 90;
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
        var target = await TargetAsync(inProvider: 30, elsewhere: 0, leaves: false);
        await using var run = new StepRun(_clock, target, Scenario.Http("a", u => u.Get("/a")));
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
        var target = await TargetAsync(inProvider: -1, elsewhere: 20);
        var own = Scenario.Http(
            "own",
            user =>
            {
                var request = user.Get("/own");
                request.Headers.Add("traceparent", new TraceIds(1, "other").TraceParentOf(default));
                return request;
            }
        );
        await using var without = new StepRun(_clock, target, Scenario.Http("a", u => u.Get("/a")));
        await using var other = new StepRun(_clock, target, own);

        await without.IterateAsync();
        _inProvider = 10;
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

    /// <param name="inProvider">Milliseconds that each request's trace is with the provider; below 0 if it never is.</param>
    /// <param name="elsewhere">Milliseconds that it takes besides.</param>
    /// <param name="leaves">Whether the provider is done before the target is.</param>
    private async Task<StepTarget> TargetAsync(int inProvider, int elsewhere, bool leaves = true)
    {
        _inProvider = inProvider;
        _provider = await FakeProvider.StartAsync(o => o.TimeProvider = _clock);
        var log = _provider.Traces;
        StepTarget target = null!;
        return target = new StepTarget(
            _clock,
            (_, _) =>
            {
                if (_inProvider >= 0)
                {
                    Assert.True(TraceParent.TryRead(target.Requests[^1].Trace, out var id));
                    var visit = log.Enter(new RequestIdentity { Id = id });
                    _clock.Advance(TimeSpan.FromMilliseconds(_inProvider));
                    log.Leave(leaves ? visit : TraceLog.Nothing);
                }
                return (200, "ok", TimeSpan.FromMilliseconds(elsewhere));
            }
        )
        {
            Provider = _provider,
        };
    }
}
