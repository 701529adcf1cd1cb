using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Slos;

/// <summary>A look that ends a run must be no accident.</summary>
public sealed class SloChanceTests
{
    [Theory]
    [InlineData("errors<5% or abort", 3, 1, false)]
    [InlineData("errors<5% or abort", 10, 10, true)]
    [InlineData("errors<5% or abort", 9_300, 700, true)]
    [InlineData("errors<5% or abort", 94_900, 5_100, false)]
    [InlineData("errors<5% or abort", 100, 0, false)]
    [InlineData("goodput(10s)>0.99 or abort", 9, 1, false)]
    [InlineData("goodput(10s)>0.99 or abort", 900, 100, true)]
    [InlineData("errors<0.1% or abort", 0, 1, false)]
    [InlineData("errors<0.1% or abort", 9, 1, false)]
    [InlineData("errors<0.1% or abort", 8, 2, true)]
    public void A_share_is_missed_once_chance_does_not_explain_it(
        string slo,
        int successes,
        int failures,
        bool isMissed
    )
    {
        var row = Results.Row("chat", successes: successes) with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = failures },
        };

        var look = Assert.Single(Judge(slo, row, stage: null));

        Assert.Equal(isMissed, look is { Met: false, Actual: not null });
    }

    /// <summary>Ten minutes of ten requests a second, of which 0.9 % fail: five looks in a row would end one.</summary>
    [Fact]
    public void Hundreds_of_looks_at_what_just_holds_end_hardly_any_run()
    {
        var ended = Enumerable.Range(0, 100).Count(run => IsEnded(new Random(run)));

        Assert.InRange(ended, 0, 2);
    }

    private static bool IsEnded(Random random)
    {
        var (failures, missed) = (0, 0);
        for (var second = 1; second <= 600; second++)
        {
            failures += Enumerable.Range(0, 10).Count(_ => random.NextDouble() < 0.009);
            var row = Results.Row("chat", successes: 10 * second - failures) with
            {
                Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = failures },
            };
            var look = Judge("errors<1% or abort", row, stage: null).Single();
            missed = look is { Met: false, Actual: not null } ? missed + 1 : 0;
            if (missed == 5)
            {
                return true;
            }
        }
        return false;
    }

    [Theory]
    [InlineData("rps>1000 or abort", true, 0)]
    [InlineData("rps>1000 or abort", false, 1)]
    [InlineData("rps>1000 in hold or abort", true, 1)]
    [InlineData("rps<1 or abort", true, 1)]
    public void A_rate_that_must_be_reached_is_not_looked_at_over_stages(
        string slo,
        bool hasStages,
        int looks
    )
    {
        var row = Results.Row("chat", successes: 100);

        var stage = new StageResult
        {
            Name = "hold",
            From = 0,
            Seconds = 5,
            FromUsers = 1,
            ToUsers = 9,
            Successes = row.Successes,
            SuccessesInTime = row.Successes,
            Errors = row.Errors,
            Latency = row.Latency,
            ServiceTime = row.ServiceTime,
        };

        Assert.Equal(looks, Judge(slo, row, hasStages ? stage : null).Count());
    }

    private static IEnumerable<SloResult> Judge(string slo, RowResult row, StageResult? stage) =>
        new SloSet([Slo.Parse(slo)]).JudgeAborts(SloScope.Of(row), stage, timeScale: 1);
}
