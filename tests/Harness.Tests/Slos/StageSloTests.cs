using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Slos;

/// <summary>A row of two stages: in the first, successes took about 450 us, in the second twice as long.</summary>
public sealed class StageSloTests
{
    private static readonly RowResult _row = Results.Row("chat") with
    {
        Stages = [Stage("peak", 450_000, errors: 0), Stage("stage 2", 900_000, errors: 100)],
        Parts = [Results.Part("step")],
    };

    [Theory]
    [InlineData("p95<600us in peak", true)]
    [InlineData("p95<600us in \"stage 2\"", false)]
    [InlineData("p95<600us in \"stage 2\" of chat", false)]
    [InlineData("service.p50<600us in peak", true)]
    [InlineData("errors<=0% in peak", true)]
    [InlineData("errors<1% in \"stage 2\"", false)]
    [InlineData("rps>=500 in peak", true)]
    [InlineData("rps>500 in peak or abort", false)]
    [InlineData("goodput(600us)>=1 in peak", true)]
    [InlineData("goodput(600us)>0 in \"stage 2\"", false)]
    public void A_stage_is_judged_by_its_own_figures(string slo, bool met)
    {
        var set = new SloSet([Slo.Parse(slo)]);
        set.Require([SloShape.Of(_row)]);

        Assert.Equal(met, Assert.Single(set.Judge(_row)).Met);
    }

    [Fact]
    public void A_stage_that_was_not_reached_can_not_be_judged()
    {
        var row = _row with
        {
            Stages = [Stage("peak", 1, errors: 0, successes: 0) with { Seconds = 0 }],
        };
        string[] slos = ["p95<1s in peak", "errors<1% in peak", "rps>1 in peak"];

        Assert.Equal(
            ["too few samples: 0, p95 needs 72", "no requests", "not loaded"],
            new SloSet([.. slos.Select(Slo.Parse)]).Judge(row).Select(slo => slo.Reason)
        );
    }

    [Theory]
    [InlineData("p95<1s in peek", 10, "no stage is called 'peek'; allowed: peak, stage 2")]
    [InlineData("p95<1s in peak of step", 10, "a stage is for figures of a whole row")]
    [InlineData("p95<1s or abort of step", 10, "abort is for figures of a whole row")]
    [InlineData("p95<1s in", 7, "nothing belongs here but the stage")]
    [InlineData("p95<1s in ,", 10, "the name of a stage belongs here")]
    [InlineData("p95<1s or stop", 10, "'abort' belongs here; allowed: or abort")]
    [InlineData("p95<1s or abort in peak", 16, "nothing belongs here but the stage")]
    public void What_can_not_be_judged_is_refused_where_it_stands(
        string slo,
        int at,
        string problem
    )
    {
        var error = Assert.Throws<SloException>(() =>
            new SloSet([Slo.Parse(slo)]).Require([SloShape.Of(_row)])
        );

        Assert.Equal(at, error.Position);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_stages_have_none()
    {
        var error = Assert.Throws<SloException>(() =>
            new SloSet([Slo.Parse("p95<1s in peak")]).Require([SloShape.Of(Results.Row("chat"))])
        );

        Assert.Contains("no row has stages", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_slo_says_what_it_is_of()
    {
        var slo = Slo.Parse("p99.9<2s in \"the peak\" or abort of POST /a in b");

        Assert.Equal(("the peak", true, "POST /a in b"), (slo.In, slo.Aborts, slo.Of));
        Assert.Equal(
            (null, false, null),
            (Slo.Parse("errors<1%").In, Slo.Parse("errors<1%").Aborts, Slo.Parse("errors<1%").Of)
        );
    }

    private static StageResult Stage(
        string name,
        long nanoseconds,
        int errors,
        int successes = 5_000
    )
    {
        var row = Results.Row(name, successes: successes, nanoseconds: nanoseconds);
        return new StageResult
        {
            Name = name,
            From = 0,
            Seconds = 10,
            FromUsers = 1,
            ToUsers = 32,
            Successes = successes,
            SuccessesInTime = successes,
            Errors = new Dictionary<Outcome, long> { [Outcome.Timeout] = errors },
            Latency = row.Latency,
            ServiceTime = row.ServiceTime,
        };
    }
}
