using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Slos;

/// <summary>Rows have 5,000 successes in 5 s, from 450 us on and 10 ns apart, where nothing else is said.</summary>
public sealed class SloJudgementTests
{
    [Theory]
    [InlineData("p50<476us", true)]
    [InlineData("p50<474us", false)]
    [InlineData("max<=501us", true)]
    [InlineData("max<499us", false)]
    [InlineData("service.p99>490us", true)]
    [InlineData("rps>999", true)]
    [InlineData("rps>=1000", true)]
    [InlineData("rps>1000", false)]
    [InlineData("errors<=0%", true)]
    public void A_row_meets_or_misses_by_its_final_figures(string slo, bool met) =>
        Assert.Equal(met, Judged(Row(), slo).Met);

    [Fact]
    public void The_figure_is_kept_in_its_unit()
    {
        var time = Judged(Row(), "p99<1s");
        Assert.Equal(SloUnit.Microseconds, time.Unit);
        Assert.InRange(time.Actual!.Value, 499.4, 500.1);

        var rate = Judged(Row(), "rps>1");
        Assert.Equal((1_000.0, SloUnit.PerSecond), (rate.Actual, rate.Unit));
    }

    [Fact]
    public void Errors_are_those_that_were_not_expected_and_a_class_is_itself()
    {
        var row = Row() with
        {
            Errors = new Dictionary<Outcome, long>
            {
                [Outcome.RateLimited] = 4_950,
                [Outcome.Http5xx] = 50,
            },
            Expected = [Outcome.RateLimited],
        };

        Assert.Equal(0.005, Judged(row, "errors<1%").Actual);
        Assert.Equal(0.495, Judged(row, "rate_limited<50%").Actual);
        Assert.Equal(0, Judged(row, "timeout<50%").Actual);
        // Exactly one in two hundred.
        Assert.False(Judged(row, "http_5xx<0.5%").Met);
        Assert.True(Judged(row, "http_5xx<=0.5%").Met);
    }

    [Theory]
    [InlineData("p95<1s", 71, "too few samples: 71, p95 needs 72")]
    [InlineData("p99.9<1s", 3_687, "too few samples: 3,687, p99.9 needs 3,688")]
    [InlineData("max<1s", 0, "too few samples: 0, max needs 1")]
    [InlineData("errors<1%", 0, "no requests")]
    public void What_too_few_samples_can_not_tell_is_not_met(string slo, int samples, string why)
    {
        var result = Judged(Results.Row("GET /", successes: samples), slo);

        Assert.False(result.Met);
        Assert.Null(result.Actual);
        Assert.Equal(why, result.Reason);
    }

    [Fact]
    public void One_sample_more_is_enough() =>
        Assert.True(Judged(Results.Row("GET /", successes: 72), "p95<1s").Met);

    [Fact]
    public void A_row_that_was_not_loaded_has_no_rate() =>
        Assert.Equal("not loaded", Judged(Row() with { MeasuredSeconds = 0 }, "rps>1").Reason);

    [Fact]
    public void Goodput_is_of_all_that_was_asked_and_within_a_latency()
    {
        // Half of the successes are within 475 us; as many failed, and a thousand were never sent.
        var row = Row() with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.Timeout] = 4_000 },
            Open = new OpenResult(10_000, 9_000, 1_000, HitHistograms.NewHistogram(), 1, null),
        };

        Assert.Equal(0.25, Judged(row, "goodput(475us)>1%").Actual!.Value, 0.002);
        Assert.Equal(0.5, Judged(row, "goodput(1s)>1%").Actual);
        Assert.Equal(0, Judged(row, "goodput(400us)>1%").Actual);
    }

    [Fact]
    public void Bare_goodput_is_within_the_limit_of_the_highest_percentile_beside_it()
    {
        var set = new SloSet([
            Slo.Parse("p99<475us"),
            Slo.Parse("goodput>1%"),
            Slo.Parse("p50<10us"),
            Slo.Parse("p95>1us"),
        ]);

        Assert.Equal(0.5, set.Judge(Row())[1].Actual!.Value, 0.004);
    }

    [Fact]
    public void Own_counters_rates_and_trends_go_by_name()
    {
        var trend = new LongHistogram(1, 1_000_000, 3);
        trend.RecordValueWithCount(7, 100);
        var row = Row() with
        {
            Metrics =
            [
                new("tokens", MetricKind.Counter, "", 100, 1_234, null),
                new("hits", MetricKind.Rate, "", 100, 25, null),
                new("length", MetricKind.Trend, "words", 100, 700, trend),
                new("never", MetricKind.Rate, "", 0, 0, null),
            ],
        };

        Assert.Equal((1_234.0, SloUnit.Number), Figure("tokens>1000"));
        Assert.Equal((0.25, SloUnit.Share), Figure("hits>10%"));
        Assert.Equal((7.0, SloUnit.Number), Figure("length.p95<8"));
        Assert.Equal((7.0, SloUnit.Number), Figure("length.max<8"));
        Assert.Equal("no successes to read it from", Judged(row, "never>10%").Reason);
        Assert.Equal("too few samples: 100, p99 needs 368", Judged(row, "length.p99<8").Reason);

        (double?, SloUnit) Figure(string slo)
        {
            var judged = Judged(row, slo);
            return (judged.Actual, judged.Unit);
        }
    }

    [Fact]
    public void A_part_is_judged_by_its_own_figures()
    {
        var row = Row() with
        {
            Parts =
            [
                Results.Part("login", successes: 10),
                Results.Part("turns", 2_500, Results.Part("POST /chat", 2_000)),
            ],
        };
        var set = new SloSet([Slo.Parse("rps>1 of POST /chat"), Slo.Parse("rps>1 of GET /")]);

        Assert.Equal([400.0, 1_000.0], set.Judge(row).Select(slo => slo.Actual));
    }

    [Theory]
    [InlineData(
        "p95<1s of GET /nowhere",
        10,
        "no row and no part is called 'GET /nowhere'; allowed: GET /, login"
    )]
    [InlineData("ttft.p95<1s", 0, "only streams have it, and there is none")]
    [InlineData("speed>5", 0, "nothing is called that; allowed: p95, max")]
    [InlineData("speed>5", 0, ", hits, length.p95.")]
    [InlineData("hits.p95>5", 0, "nothing is called that")]
    [InlineData("length>5", 0, "nothing is called that")]
    [InlineData("hits>5", 5, "'hits' is a rate, so its limit is a share; allowed: 0 to 1")]
    [InlineData("length.p95>5%", 11, "'length' is no rate; allowed: a number without %")]
    [InlineData("goodput>5%", 0, "it needs a latency to be good within")]
    public void What_no_row_can_be_asked_is_refused_at_its_character(
        string slo,
        int position,
        string problem
    )
    {
        var shape = new SloShape(
            "GET /",
            HasStreams: false,
            [("hits", MetricKind.Rate), ("length", MetricKind.Trend)],
            [new SloShape("login", false, [], [])]
        );

        var error = Assert.Throws<SloException>(() =>
            new SloSet([Slo.Parse(slo)]).Require([shape])
        );

        Assert.Equal(position, error.Position);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_some_rows_have_is_judged_there()
    {
        var streams = new StreamResult(Times(100_000), Times(1_000), 100, 100, 5_000, 5_000, 5_000);
        var set = new SloSet([Slo.Parse("ttft.p95<200us"), Slo.Parse("itl.p95<0.9us")]);
        RowResult[] rows =
        [
            Row(),
            Results.Row("POST /", successes: 100) with
            {
                Streams = streams,
            },
        ];

        set.Require([.. rows.Select(SloShape.Of)]);

        Assert.Empty(set.Judge(rows[0]));
        Assert.Equal([true, false], set.Judge(rows[1]).Select(slo => slo.Met));

        static LongHistogram Times(long nanoseconds)
        {
            var times = HitHistograms.NewHistogram();
            times.RecordValueWithCount(nanoseconds, 100);
            return times;
        }
    }

    [Fact]
    public void A_scenario_has_the_shape_that_its_row_will_have()
    {
        var step = Scenario.Http("step", user => user.Get("/")).Rate("hits", _ => true);
        var whole = Scenario
            .Sequence("whole", step, step.Named("other"))
            .First(Scenario.Http("login", user => user.Get("/login")));

        var shape = SloShape.Of(whole);

        Assert.Equal(["whole", "login", "step", "other"], shape.All.Select(part => part.Name));
        new SloSet([Slo.Parse("hits>10% of other")]).Require([shape]);
    }

    private static RowResult Row() => Results.Row("GET /");

    private static SloResult Judged(RowResult row, string slo) =>
        Assert.Single(new SloSet([Slo.Parse(slo)]).Judge(row));
}
