namespace GatewayBench.Tests.Loads;

public sealed class OpenLoadTests
{
    public static TheoryData<OpenLoad, string> Named =>
        new()
        {
            { Load.Constant(200, "10s"), "constant 200/s" },
            { Load.Constant(0.5, "10s"), "constant 0.5/s" },
            { Load.Poisson(5_000, "10s"), "poisson 5,000/s" },
            { Load.Gamma(500, 0.5, "10s"), "gamma 500/s, burstiness 0.5" },
            { Load.Ramp(10, 500, "10s"), "ramp 10 to 500/s" },
            {
                Load.Ramp(10, 500, "10s").WithArrivals(Arrivals.Poisson),
                "ramp 10 to 500/s, poisson"
            },
            {
                Load.Ramp(10, 500, "10s").WithArrivals(Arrivals.Gamma(4)),
                "ramp 10 to 500/s, gamma, burstiness 4"
            },
            { Load.Stages(10, new(1_500, "5s"), new(0, "5s")), "stages 10 to 1,500 to 0/s" },
            {
                Load.Stages(1, [.. Enumerable.Range(2, 8).Select(r => new Stage(r % 9, "1s"))]),
                "stages 1 to ... to 0/s, at most 8/s"
            },
            { Load.Constant(200, "10s").WithArrivals(Arrivals.Poisson), "poisson 200/s" },
        };

    [Theory]
    [MemberData(nameof(Named))]
    public void Its_name_says_what_it_is(OpenLoad load, string name) =>
        Assert.Equal(name, load.Name);

    [Fact]
    public void What_it_offers_is_the_area_under_its_rate()
    {
        Assert.Equal(50_000, Load.Poisson(5_000, "10s").Offered);
        Assert.Equal(2_550, Load.Ramp(10, 500, "10s").Offered);
        Assert.Equal(150, Load.Stages(0, new(100, "1s"), new(100, "1s"), new(0, "0s")).Offered);
    }

    [Fact]
    public void It_warms_up_at_its_first_rate_but_not_at_next_to_nothing()
    {
        Assert.Equal(200, Load.Poisson(200, "10s").WarmUpRate);
        Assert.Equal(100, Load.Ramp(100, 500, "10s").WarmUpRate);
        Assert.Equal(50, Load.Ramp(0, 500, "10s").WarmUpRate);
        Assert.Equal(500, Load.Ramp(500, 0, "10s").WarmUpRate);
    }

    [Fact]
    public void The_warm_up_has_its_rate_and_no_end()
    {
        var load = Load.Ramp(0, 1_000, "1s");

        var times = Walk.All(load.NewWarmUpPacer(seed: 1), most: 100_000);

        Assert.Equal(TimeSpan.FromSeconds(999.99), times[^1]);
    }

    [Fact]
    public void The_warm_up_has_the_arrivals_of_the_load_but_not_the_same_ones()
    {
        var load = Load.Poisson(1_000, "10s");

        var warmUp = Walk.All(load.NewWarmUpPacer(seed: 1), most: 40_000);
        var gaps = Walk.Gaps(warmUp);

        Assert.Equal(40, warmUp[^1].TotalSeconds, 5 * 0.2);
        Assert.Equal(Math.Exp(-1), gaps.Count(gap => gap > 0.001) / 40_000.0, 0.02);
        Assert.Empty(warmUp.Take(100).Intersect(Walk.All(load, seed: 1).Take(100)));
    }

    [Fact]
    public void Only_a_rate_that_stands_still_is_steady()
    {
        Assert.True(Load.Gamma(10, 0.5, "1s").IsSteady);
        Assert.True(Load.Stages(10, new(10, "1s"), new(10, "1s")).IsSteady);
        Assert.False(Load.Ramp(10, 11, "1s").IsSteady);
        Assert.False(Load.Stages(10, new(10, "1s"), new(20, "0s"), new(20, "1s")).IsSteady);
    }

    [Fact]
    public void The_hits_in_flight_are_bounded()
    {
        var load = Load.Poisson(10, "1s");

        Assert.Equal(4_096, load.MaxInFlight);
        Assert.Equal(65_536, load.WithMaxInFlight(65_536).MaxInFlight);
        Assert.Equal(7, load.WithMaxInFlight(7).WithArrivals(Arrivals.Constant).MaxInFlight);
    }

    public static TheoryData<Func<object>, string> Refused =>
        new()
        {
            {
                () => Load.Constant(0, "1s"),
                "perSecond is 0; allowed: above 0, at most 1,000,000."
            },
            { () => Load.Poisson(-1, "1s"), "perSecond is -1; " },
            { () => Load.Poisson(1_000_001, "1s"), "perSecond is 1000001; " },
            { () => Load.Poisson(double.NaN, "1s"), "perSecond is NaN; " },
            { () => Load.Poisson(double.PositiveInfinity, "1s"), "perSecond is Infinity; " },
            { () => Load.Gamma(1, 0.04, "1s"), "burstiness is 0.04; allowed: 0.05 to 100." },
            { () => Load.Gamma(1, 101, "1s"), "burstiness is 101; " },
            { () => Arrivals.Gamma(double.NaN), "burstiness is NaN; " },
            {
                () => Load.Poisson(1, "0s"),
                "duration is 0ms; allowed: above zero, at most 30 days."
            },
            { () => Load.Poisson(1, TimeSpan.FromSeconds(-1)), "duration is -1s; " },
            { () => Load.Poisson(1, "721h"), "duration is 721h; " },
            { () => Load.Ramp(-1, 1, "1s"), "from is -1; allowed: 0 to 1,000,000." },
            { () => Load.Ramp(1, double.NaN, "1s"), "to is NaN; " },
            {
                () => Load.Ramp(0, 0, "1s"),
                "every rate is 0; allowed: at least one above 0, for some time."
            },
            { () => Load.Stages(1), "number of stages is 0; allowed: 1 to 100." },
            { () => Load.Stages(1, new Stage[101]), "number of stages is 101; " },
            { () => Load.Stages(-1, new Stage(1, "1s")), "startPerSecond is -1; " },
            { () => Load.Stages(1, new Stage(-1, "1s")), "PerSecond is -1; " },
            { () => Load.Stages(1, new Stage(1, "0s")), "duration is 0ms; " },
            { () => Load.Stages(1, new(1, "1s"), new(1, TimeSpan.MinValue)), "duration is -" },
            { () => Load.Stages(1, new(1, "400h"), new(1, "400h")), "duration is 800h; " },
            { () => Load.Poisson(1, "1s").WithMaxInFlight(0), "hits is 0; allowed: 1 to 65,536." },
            { () => Load.Poisson(1, "1s").WithMaxInFlight(65_537), "hits is 65537; " },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_out_of_range_is_named(Func<object> load, string message)
    {
        var error = Assert.Throws<ArgumentException>(load);

        Assert.StartsWith(message, error.Message);
    }

    [Fact]
    public void A_duration_that_is_none_is_named() =>
        Assert.Contains(
            "'soon'",
            Assert.Throws<FormatException>(() => Load.Poisson(1, "soon")).Message
        );
}
