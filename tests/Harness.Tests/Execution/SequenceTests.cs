using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>Iterations of several steps, to the clock's last digit.</summary>
public sealed class SequenceTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task An_iteration_lasts_from_its_intended_start_to_its_last_step_without_pauses()
    {
        var target = Answering(path => (200, "four", Milliseconds(path == "/a" ? 10 : 20)));
        await using var run = new StepRun(
            _clock,
            target,
            Scenario.Sequence("all", Get("a").ThinkTime(Delay.Fixed("50ms")), Get("b"))
        );

        var hit = await run.IterateAsync(late: Milliseconds(5));

        Assert.Equal(Milliseconds(35), Time(hit.Ended - hit.Intended));
        Assert.Equal(Milliseconds(30), Time(hit.Ended - hit.Sent));
        Assert.Equal(Milliseconds(15), Time(hit.FirstByte - hit.Intended));
        Assert.Equal((Outcome.Success, 8L), (hit.Outcome, hit.Bytes));
        var whole = run.Run.Recorders.Sum();
        Assert.Equal(1, whole[Outcome.Success]);
        AssertTime(35, whole.Successes.Latency);
        Assert.Equal(["a", "b"], run.Parts.Select(part => part.Name));
        // Of a step too only what is its own: it was meant to start when its user woke up.
        AssertTime(15, run.Parts[0].Latency);
        AssertTime(10, run.Parts[0].ServiceTime);
        AssertTime(20, run.Parts[1].Latency);
        AssertTime(20, run.Parts[1].FirstByte);
    }

    [Fact]
    public async Task A_step_that_fails_ends_the_iteration_and_is_named()
    {
        var target = Answering(path => (path == "/b" ? 503 : 200, "why", default));
        var scenario = Scenario.Sequence(
            "all",
            Get("a"),
            Scenario.Sequence("inner", Get("b"), Get("c")),
            Get("d")
        );
        await using var run = new StepRun(_clock, target, scenario);

        var hit = await run.IterateAsync();

        Assert.Equal(["/a", "/b"], target.Paths);
        Assert.Equal(Outcome.Http5xx, hit.Outcome);
        Assert.Equal(1, run.Run.Recorders.Sum()[Outcome.Http5xx]);
        Assert.Equal("inner: b: HTTP 503 why", run.Run.Samples[Outcome.Http5xx]);
        var (a, inner, d) = (run.Parts[0], run.Parts[1], run.Parts[2]);
        Assert.Equal((1, 1, 0), (a.Successes, inner.Errors[Outcome.Http5xx], d.Requests));
        Assert.Equal("b: HTTP 503 why", inner.Samples[Outcome.Http5xx]);
        Assert.Equal([1L, 0L], inner.Parts.Select(part => part.Requests));
    }

    [Fact]
    public async Task Checks_and_metrics_are_those_of_the_step_that_has_them()
    {
        var target = Answering(path => (200, path == "/a" ? "xxx" : "yy", default));
        var scenario = Scenario.Sequence(
            "all",
            Get("a")
                .Check("has x", reply => reply.Text.Contains('x'))
                .Count("a", r => r.Body.Length),
            Get("b")
                .Check("has x", reply => reply.Text.Contains('x'))
                .Count("b", r => r.Body.Length)
        );
        await using var run = new StepRun(_clock, target, scenario);

        var hit = await run.IterateAsync();

        Assert.Equal((Outcome.BadBody, -1), (hit.Outcome, hit.FailedCheck));
        Assert.Equal("b: check 'has x' failed: HTTP 200 yy", run.Run.Samples[Outcome.BadBody]);
        Assert.Equal(new CheckResult("has x", 1, 1), Assert.Single(run.Parts[0].Checks));
        Assert.Equal(new CheckResult("has x", 0, 1), Assert.Single(run.Parts[1].Checks));
        Assert.Equal((1, 3), (run.Parts[0].Metrics[0].Count, run.Parts[0].Metrics[0].Sum));
        Assert.Equal(0, run.Parts[1].Metrics[0].Count);
    }

    [Fact]
    public async Task A_single_exchange_is_nothing_but_an_exchange()
    {
        var target = Answering(_ => (200, "", default));
        await using var run = new StepRun(_clock, target, Get("a"));

        await using var step = run.Run.NewStep(run.User);

        Assert.IsType<Exchange>(step);
        Assert.Empty(run.Parts);
    }

    [Fact]
    public async Task A_part_draws_its_own_prompts_or_else_those_of_the_whole()
    {
        var target = Answering(_ => (200, "", default));
        var said = new List<string>();
        Scenario Ask(string name) =>
            Scenario.Http(
                name,
                user =>
                {
                    said.Add(user.NextPrompt());
                    return user.Get("/" + name);
                }
            );
        var (huge, own) = (PromptFeed.Of("of the whole"), PromptFeed.Of("its own"));
        await using var run = new StepRun(
            _clock,
            target,
            Scenario.Sequence("all", Ask("a"), Ask("b").Prompts(own).WithoutMarkers()).Prompts(huge)
        );

        await run.IterateAsync();

        Assert.Equal([$"of the whole {run.User.Marker}", "its own"], said);
    }

    [Fact]
    public async Task Parts_count_with_their_iterations_alone()
    {
        var target = Answering(_ => (200, "", default));
        await using var run = new StepRun(_clock, target, Scenario.Sequence("all", Get("a")));

        await run.IterateAsync(phase: HitPhase.FirstCheck);
        await run.IterateAsync(phase: HitPhase.WarmUp);
        await run.IterateAsync();

        Assert.Equal(1, run.Run.Recorders.Sum().Total);
        Assert.Equal(1, run.Parts[0].Requests);
    }

    [Fact]
    public async Task Every_exchange_has_an_id_of_its_own()
    {
        await using var provider = await FakeProvider.StartAsync(
            o => o.Latency = Delay.None,
            TestContext.Current.CancellationToken
        );
        var target = new StepTarget(_clock, (_, before) => (200, $"{before}", default))
        {
            Provider = provider,
        };
        var poll = Scenario.Until("until 2", Get("c"), reply => reply.Text is "2" or "5", "1ms");
        await using var run = new StepRun(
            _clock,
            target,
            Scenario.Sequence("all", Get("b"), poll).First(Get("a"))
        );

        await run.IterateAsync();
        await run.IterateAsync();

        Assert.Equal(1 + 2 * (1 + 3), target.Requests.Count);
        Assert.DoesNotContain(null, target.Requests.Select(request => request.Trace));
        Assert.Equal(9, target.Requests.Select(request => request.Trace).Distinct().Count());
    }

    [Fact]
    public async Task The_pause_after_an_iteration_is_that_of_its_last_step_or_else_its_own()
    {
        var target = Answering(path => (path == "/b" ? 500 : 200, "", default));
        var (own, steps) = (Delay.Fixed("1s"), Delay.Fixed("2s"));
        await using var fails = new StepRun(
            _clock,
            target,
            Scenario.Sequence("all", Get("b"), Get("c").ThinkTime(steps)).ThinkTime(own)
        );
        await using var ends = new StepRun(
            _clock,
            target,
            Scenario.Sequence("all", Get("a"), Get("c").ThinkTime(steps)).ThinkTime(own)
        );

        await fails.IterateAsync();
        await ends.IterateAsync();

        Assert.Same(own, fails.Pause);
        Assert.Same(steps, ends.Pause);
    }

    [Fact]
    public async Task An_iteration_in_flight_is_finished_in_the_drain_pauses_included()
    {
        StepRun? run = null;
        var target = Answering(path =>
        {
            if (path == "/a")
            {
                run!.Run.Stop();
            }
            return (200, "", default);
        });
        await using (run = Pausing(target))
        {
            var started = _clock.GetUtcNow();

            var hit = await run.IterateAsync(late: Milliseconds(1));

            Assert.Equal(["/a", "/b"], target.Paths);
            Assert.Equal(TimeSpan.FromSeconds(3), _clock.GetUtcNow() - started);
            Assert.Equal(Milliseconds(1), Time(hit.Ended - hit.Intended));
            Assert.Equal(1, run.Run.Recorders.Sum()[Outcome.Success]);
        }
    }

    [Fact]
    public async Task A_run_that_is_given_up_gives_up_the_pauses_between_steps()
    {
        StepRun? run = null;
        var target = Answering(_ =>
        {
            run!.Cancel();
            return (200, "", default);
        });
        await using (run = Pausing(target))
        {
            var started = _clock.GetUtcNow();

            Assert.Equal(Outcome.Cancelled, (await run.IterateAsync()).Outcome);
            Assert.Equal(["/a"], target.Paths);
            Assert.Equal(started, _clock.GetUtcNow());
        }
    }

    private StepRun Pausing(StepTarget target) =>
        new(
            _clock,
            target,
            Scenario.Sequence("all", Get("a").ThinkTime(Delay.Fixed("3s")), Get("b"))
        );

    private StepTarget Answering(Func<string, (int, string, TimeSpan)> answer) =>
        new(_clock, (path, _) => answer(path));

    private static Scenario Get(string name) => Scenario.Http(name, user => user.Get("/" + name));

    private static TimeSpan Milliseconds(double time) => TimeSpan.FromMilliseconds(time);

    private static TimeSpan Time(long ticks) => TimeSpan.FromTicks(ticks);

    private static void AssertTime(double milliseconds, LongHistogram histogram)
    {
        Assert.Equal(1, histogram.TotalCount);
        Assert.True(
            histogram.ValuesAreEquivalent((long)(milliseconds * 1e6), histogram.GetMaxValue()),
            $"{histogram.GetMaxValue()} ns"
        );
    }
}
