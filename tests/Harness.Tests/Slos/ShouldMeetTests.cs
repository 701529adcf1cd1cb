using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Slos;

public sealed class ShouldMeetTests
{
    [Fact]
    public void A_result_that_meets_its_SLOs_passes() =>
        Results.Of(Results.Row("GET /")).ShouldMeet("p95<3s", "errors<1%");

    [Fact]
    public void The_message_of_a_miss_is_the_block_of_all()
    {
        var row = Results.Row("POST /api/ask", successes: 905) with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.RateLimited] = 95 },
        };

        var message = Missed(Results.Of(row), "p95<3s", "errors<1%", "p99.9<4s");

        Assert.Equal(
            """
            SLO
              p95<3s     459 us  PASS
              errors<1%  9.5 %   FAIL
              p99.9<4s   -       FAIL  too few samples: 905, p99.9 needs 3,688
            """.ReplaceLineEndings(),
            message
        );
    }

    [Fact]
    public void Rows_are_named_where_there_are_several()
    {
        var message = Missed(
            Results.Of(
                Results.Row("GET /"),
                Results.Row("GET /", users: 256, nanoseconds: 5_000_000)
            ),
            "max<1ms"
        );

        Assert.Equal(
            """
            SLO
              GET /, 32 users
                max<1ms  500 us   PASS
              GET /, 256 users
                max<1ms  5.05 ms  FAIL
            """.ReplaceLineEndings(),
            message
        );
    }

    [Fact]
    public void Figures_of_an_INVALID_row_prove_nothing_but_too_many_errors()
    {
        var row = Results.Row("GET /", successes: 990) with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.Timeout] = 10 },
            Invalid = ["drift: it moved"],
        };

        var message = Missed(Results.Of(row), "p95<3s", "p95<1us", "errors<5%", "timeout<1%");

        Assert.Equal(
            """
            SLO
              p95<3s      460 us  INVALID
              p95<1us     460 us  INVALID
              errors<5%   1.0 %   INVALID
              timeout<1%  1.0 %   FAIL
              GET /, 32 users is INVALID: drift: it moved
            """.ReplaceLineEndings(),
            message
        );
    }

    [Fact]
    public void A_run_that_was_ended_before_its_time_meets_nothing() =>
        Assert.StartsWith(
            "The run was ended before its time.",
            Missed(Results.Of(Results.Row("GET /")) with { Partial = true }, "p95<3s"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_run_without_rows_meets_nothing() =>
        Assert.Equal("Nothing was measured.", Missed(Results.Of(), "p95<3s"));

    [Fact]
    public void Asking_for_nothing_or_for_what_is_not_there_is_a_mistake_of_the_test()
    {
        var result = Results.Of(Results.Row("GET /"));

        Assert.Throws<ArgumentOutOfRangeException>(() => result.ShouldMeet());
        Assert.Throws<SloException>(() => result.ShouldMeet("p95<3"));
        Assert.Throws<SloException>(() => result.ShouldMeet("itl.p95<3s"));
    }

    private static string Missed(LoadResult result, params string[] slos) =>
        Assert.Throws<SloMissedException>(() => result.ShouldMeet(slos)).Message;

    [Theory]
    [InlineData("max<1us")]
    [InlineData("p95<1us")]
    [InlineData("ttft.p95<1us")]
    [InlineData("goodput(1us)>0.5")]
    [InlineData("rps>1000000")]
    public void Of_scaled_time_nothing_is_asked_and_nothing_is_said(string slo)
    {
        var streams = new StreamResult(
            HitHistograms.NewHistogram(),
            HitHistograms.NewHistogram(),
            0,
            0,
            0,
            0,
            0
        );
        var row = Results.Row("GET /") with { Streams = streams };
        var result = Results.Of(row) with { TimeScale = 0.1 };

        result.ShouldMeet(slo, "errors<1%");
        Assert.Throws<SloMissedException>(() => result.ShouldMeet("errors>=1%"));

        var judged = row with { Slos = new SloSet([Slo.Parse(slo)]).Judge(row, 0.1) };
        Assert.Equal(SloVerdict.NotJudged, judged.VerdictOn(judged.Slos[0]));
        Assert.EndsWith(
            "NOT JUDGED  the run's time was scaled",
            Assert.Single(SloLines.Of([judged])),
            StringComparison.Ordinal
        );
        Assert.Equal("0 of 0 SLOs met, 1 not judged", SloLines.Summary([judged]));
    }
}
