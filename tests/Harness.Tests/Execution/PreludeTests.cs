using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>What a user does before its first iteration, and what it keeps from replies.</summary>
public sealed class PreludeTests
{
    private static readonly Scenario Login = Scenario
        .Http("login", user => user.Get("/login"))
        .Then((user, reply) => user.Token = reply.Text);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task It_is_done_once_and_is_in_no_latency_of_the_iteration()
    {
        var target = new StepTarget(
            _clock,
            (path, _) => (200, "t1", TimeSpan.FromMilliseconds(path == "/login" ? 70 : 4))
        );
        await using var run = new StepRun(_clock, target, Get("a").First(Login));

        var first = await run.IterateAsync(late: TimeSpan.FromMilliseconds(5));
        var second = await run.IterateAsync();

        Assert.Equal([("/login", null), ("/a", "t1"), ("/a", "t1")], Sent(target));
        // What the user was late already stays in.
        Assert.Equal(9, Milliseconds(first.Ended - first.Intended));
        Assert.Equal(4, Milliseconds(first.Ended - first.Sent));
        Assert.Equal(4, Milliseconds(second.Ended - second.Intended));
        var login = Assert.Single(run.Parts);
        Assert.Equal(("login", 1L), (login.Name, login.Successes));
        Assert.Equal(70_000_000, login.Latency.GetMaxValue(), tolerance: 70_000);
    }

    [Fact]
    public async Task If_it_fails_so_does_the_iteration_and_the_next_one_tries_again()
    {
        var target = new StepTarget(
            _clock,
            (path, before) => (path == "/login" && before < 2 ? 401 : 200, "who?", default)
        );
        await using var run = new StepRun(_clock, target, Get("a").First(Login));

        var hits = new List<Outcome>();
        for (var i = 0; i < 4; i++)
        {
            hits.Add((await run.IterateAsync()).Outcome);
        }

        Assert.Equal(["/login", "/login", "/login", "/a", "/a"], target.Paths);
        Assert.Equal([Outcome.Http4xx, Outcome.Http4xx, Outcome.Success, Outcome.Success], hits);
        Assert.Equal(2, run.Run.Recorders.Sum()[Outcome.Http4xx]);
        Assert.Equal("login: HTTP 401 who?", run.Run.Samples[Outcome.Http4xx]);
        Assert.Equal((1, 2), (run.Parts[0].Successes, run.Parts[0].Errors[Outcome.Http4xx]));
    }

    [Fact]
    public async Task It_counts_in_the_warm_up_too_but_not_in_the_check_before()
    {
        var target = new StepTarget(_clock, (_, _) => (401, "", default));
        await using var run = new StepRun(_clock, target, Get("a").First(Login));

        await run.IterateAsync(phase: HitPhase.FirstCheck);
        await run.IterateAsync(phase: HitPhase.WarmUp);
        await run.IterateAsync();

        Assert.Equal(1, run.Run.Recorders.Sum().Total);
        Assert.Equal(2, run.Parts[0].Requests);
    }

    [Fact]
    public async Task A_value_that_was_captured_is_there_for_later_steps_and_stays()
    {
        var target = new StepTarget(_clock, (_, _) => (200, """{"id": "r7"}""", default));
        var scenario = Scenario.Sequence(
            "run",
            Get("submit").Capture("run", reply => reply.Json("id")),
            Scenario.Http("follow", user => user.Get($"/runs/{user["run"]}"))
        );
        await using var run = new StepRun(_clock, target, scenario);

        await run.IterateAsync();

        Assert.Equal(["/submit", "/runs/r7"], target.Paths);
        Assert.Equal("r7", run.User["run"]);
        Assert.Null(run.User["other"]);
    }

    [Fact]
    public async Task A_reply_without_the_value_is_a_bad_body()
    {
        var target = new StepTarget(_clock, (_, _) => (200, "{}", default));
        await using var run = new StepRun(
            _clock,
            target,
            Get("submit").Capture("run", reply => reply.Json("id"))
        );

        var hit = await run.IterateAsync();

        Assert.Equal(Outcome.BadBody, hit.Outcome);
        Assert.Equal("check 'has run' failed: HTTP 200 {}", run.Run.Samples[Outcome.BadBody]);
    }

    [Fact]
    public async Task What_follows_a_reply_runs_after_successes_alone_and_may_not_throw()
    {
        var target = new StepTarget(_clock, (_, before) => (before == 0 ? 500 : 200, "", default));
        await using var run = new StepRun(
            _clock,
            target,
            Get("a").Then((_, _) => throw new FormatException("no token"))
        );

        Assert.Equal(Outcome.Http5xx, (await run.IterateAsync()).Outcome);
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => run.IterateAsync());
        Assert.Equal(
            "What follows a reply of 'a' threw: no token",
            Assert.IsType<ScenarioException>(thrown.InnerException).Message
        );
    }

    private static IEnumerable<(string, string?)> Sent(StepTarget target) =>
        target.Requests.Select(request => (request.Path, request.Token));

    private static double Milliseconds(long ticks) => TimeSpan.FromTicks(ticks).TotalMilliseconds;

    private static Scenario Get(string name) => Scenario.Http(name, user => user.Get("/" + name));
}
