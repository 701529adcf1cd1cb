namespace GatewayBench.Tests.Sweeps;

public sealed class SweepJudgeTests
{
    [Fact]
    public void The_least_failures_decide()
    {
        var sweep = Sweep.Of(
            (point, round) => Sweep.Figures(round, errors: point == 1 ? 0.02 : 0.05)
        );

        var found = SweepJudge.Of(sweep);

        Assert.Equal((1, "failures"), (found.Point, found.DecidedBy));
        Assert.Equal([1], found.Candidates);
        Assert.Contains("failures: least with 0.5 (2.0 %); worse with 0.1 and 0.9", found.Why);
    }

    [Fact]
    public void What_missed_an_SLO_in_a_round_is_not_recommended_however_few_its_failures_are()
    {
        var sweep = Sweep.Of(
            (point, round) =>
                Sweep.Figures(
                    round,
                    errors: point == 1 ? 0.001 : 0.02 + 0.02 * point,
                    held: point == 1 && round == 2 ? 0 : 1
                )
        );

        var found = SweepJudge.Of(sweep);

        Assert.Equal(0, found.Point);
        Assert.Contains("SLOs held in all rounds by 0.1 and 0.9", found.Why);
    }

    [Fact]
    public void Later_figures_decide_among_those_that_earlier_ones_left()
    {
        var sweep = Sweep.Of(
            (point, round) =>
                Sweep.Figures(
                    round,
                    errors: point == 0 ? 0.08 : 0.02,
                    p99: point == 2 ? 300_000 : 100_000,
                    // The first one asks the provider least, which no longer counts.
                    attempts: point == 0 ? 1 : 1.5
                )
        );

        var found = SweepJudge.Of(sweep);

        Assert.Equal((1, "p99"), (found.Point, found.DecidedBy));
        Assert.Equal([1], found.Candidates);
    }

    [Theory]
    [InlineData(null, 1, "the middle one")]
    [InlineData(2, 2, "keep what is configured")]
    public void Where_nothing_tells_them_apart_it_says_so(int? configured, int point, string why)
    {
        var sweep = Sweep.Of((_, round) => Sweep.Figures(round)) with { Configured = configured };

        var found = SweepJudge.Of(sweep);

        Assert.Equal((point, (string?)null), (found.Point, found.DecidedBy));
        Assert.Equal(3, found.Candidates.Count);
        Assert.Contains(why, found.Why[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_with_invalid_figures_don_t_count_and_too_few_rounds_recommend_nothing()
    {
        var sweep = Sweep.Of(
            (point, round) => Sweep.Figures(round, errors: point == 1 ? 0.02 : 0.05)
        );
        var three = Spoilt(sweep, 0);
        var two = Spoilt(three, 2);

        Assert.Equal([1, 2], three.WholeRounds);
        Assert.Equal(1, SweepJudge.Of(three).Point);
        Assert.Null(SweepJudge.Of(two).Point);
        Assert.Contains("1 of 3 rounds", SweepJudge.Of(two).Why[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_is_not_known_of_all_decides_nothing()
    {
        var sweep = Sweep.Of(
            (point, round) =>
                Sweep.Figures(round, attempts: 1 + point) with
                {
                    P99Microseconds = point == 0 ? null : 100_000 * point,
                }
        );

        var found = SweepJudge.Of(sweep);

        Assert.Equal((0, "provider requests per exchange"), (found.Point, found.DecidedBy));
    }

    private static SweepResult Spoilt(SweepResult sweep, int round) =>
        sweep with
        {
            Runs =
            [
                .. sweep.Runs.Select(run =>
                    run.Round == round && run.Point == 1 ? run with { Invalid = ["steal"] } : run
                ),
            ],
        };
}
