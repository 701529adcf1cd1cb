using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

public sealed class MixTests
{
    private const int Iterations = 400;
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Each_iteration_is_one_branch_and_counts_as_that_branch()
    {
        var target = Target();
        await using var run = new StepRun(_clock, target, Mix());

        for (var i = 0; i < Iterations; i++)
        {
            Assert.Equal(Outcome.Success, (await run.IterateAsync()).Outcome);
        }

        var (a, both) = (run.Parts[0], run.Parts[1]);
        Assert.Equal(Iterations, run.Run.Recorders.Sum()[Outcome.Success]);
        Assert.Equal(Iterations, a.Successes + both.Successes);
        Assert.Equal([both.Successes, both.Successes], both.Parts.Select(part => part.Successes));
        // Within five standard deviations of three quarters.
        Assert.InRange(a.Successes, 300 - 44, 300 + 44);
        // The whole's latencies are those of both.
        var whole = run.Run.Recorders.Sum().Successes.Latency;
        Assert.Equal(Iterations, whole.TotalCount);
        Assert.True(
            whole.ValuesAreEquivalent(whole.GetValueAtPercentile(0), a.Latency.GetMaxValue())
        );
        Assert.True(whole.ValuesAreEquivalent(whole.GetMaxValue(), both.Latency.GetMaxValue()));
    }

    [Fact]
    public async Task The_same_user_draws_the_same_branches_in_every_run_of_a_seed_and_others_draw_theirs()
    {
        Assert.Equal(await DrawAsync(user: 3), await DrawAsync(user: 3));
        Assert.NotEqual(await DrawAsync(user: 3), await DrawAsync(user: 4));
    }

    [Fact]
    public async Task The_check_before_the_load_is_of_every_branch()
    {
        var target = new StepTarget(_clock, (path, _) => (path == "/c" ? 404 : 200, "", default));
        await using var run = new StepRun(_clock, target, Mix());

        var hit = await run.IterateAsync(phase: HitPhase.FirstCheck);

        Assert.Equal(["/a", "/b", "/c"], target.Paths);
        Assert.Equal(Outcome.Http4xx, hit.Outcome);
        Assert.Equal("both: c: HTTP 404", run.Run.Samples[Outcome.Http4xx]!.TrimEnd());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public async Task In_a_run_with_and_without_a_warm_up_each_iteration_is_in_one_branch(
        int warmUpMilliseconds
    )
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var row = await Runs.RowAsync(
            target,
            Mix(),
            users: 4,
            Runs.Options with
            {
                WarmUpCap = TimeSpan.FromMilliseconds(warmUpMilliseconds),
            }
        );

        RowCheck.AddsUp(row);
        Assert.Empty(row.Errors);
        var (a, both) = (row.Parts[0], row.Parts[1]);
        Assert.Equal(row.Successes, a.Successes + both.Successes);
        Assert.Equal(row.SuccessesInTime, a.SuccessesInTime + both.SuccessesInTime);
        Assert.Equal([both.Successes, both.Successes], both.Parts.Select(part => part.Successes));
        Assert.Equal(row.Bytes, a.Bytes + both.Bytes);
        Assert.Equal(both.Bytes, both.Parts.Sum(part => part.Bytes));
    }

    [Fact]
    public async Task All_branches_rest()
    {
        var scenario = Mix();
        await using var run = new StepRun(_clock, Target(), scenario);
        RestingStep[] branches = [new(), new()];
        await using var mix = new MixSteps(run.Run.Whole, (MixForm)scenario.Form, branches);

        mix.Rest();

        Assert.Equal([1, 1], branches.Select(branch => branch.Rests));
    }

    private async Task<string[]> DrawAsync(int user)
    {
        var target = Target();
        await using var run = new StepRun(_clock, target, Mix(), user);
        for (var i = 0; i < 50; i++)
        {
            await run.IterateAsync();
        }
        return [.. target.Paths];
    }

    private static Scenario Mix() =>
        Scenario.Mix("traffic", (3, Get("a")), (1, Scenario.Sequence("both", Get("b"), Get("c"))));

    private StepTarget Target() =>
        new(_clock, (path, _) => (200, "", TimeSpan.FromMilliseconds(path == "/a" ? 1 : 10)));

    private static Scenario Get(string name) => Scenario.Http(name, user => user.Get("/" + name));
}
