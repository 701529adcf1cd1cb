namespace GatewayBench.FakeProviderTests;

public sealed class DelayTests
{
    private const int Draws = 100_000;

    [Theory]
    [InlineData(0.5, 400)]
    [InlineData(0.99, 4_000)]
    [InlineData(0.01, 40)]
    public void The_log_normal_quantile_function_is_exact(double uniform, double milliseconds) =>
        Assert.Equal(
            milliseconds,
            Delay.LogNormal("400ms", "4s").FromUniform(uniform).TotalMilliseconds,
            tolerance: 0.001
        );

    [Theory]
    [InlineData("uniform(2s,8s)")]
    [InlineData("normal(mean=100ms,deviation=20ms)")]
    [InlineData("lognormal(p50=400ms,p99=4s)")]
    [InlineData("pareto(p50=400ms,p99=4s)")]
    [InlineData("mixture(90%:lognormal(p50=400ms,p99=4s),10%:uniform(2s,8s))")]
    [InlineData("percentiles(0:1ms,50:400ms,99:4s)")]
    public void The_same_seed_gives_the_same_delays_in_any_order(string text)
    {
        var forwards = DrawAll(Delay.Parse(text), seed: 7).ToList();
        var backwards = DrawAll(Delay.Parse(text), seed: 7, Enumerable.Reverse);

        Assert.Equal(forwards, backwards.Reverse());
        Assert.InRange(forwards.Distinct().Count(), Draws / 10, Draws);
    }

    [Fact]
    public void Seeds_give_unrelated_delays()
    {
        var one = DrawAll(Delay.LogNormal("400ms", "4s"), seed: 1);
        var two = DrawAll(Delay.LogNormal("400ms", "4s"), seed: 2);

        var closer = one.Zip(two).Count(pair => pair.First < pair.Second);
        Assert.InRange(closer, Draws * 0.49, Draws * 0.51);
    }

    [Fact]
    public void Delays_are_pinned_so_that_stored_results_stay_comparable() =>
        Assert.Equal(
            [379.887, 74.713, 111.867],
            Enumerable
                .Range(0, 3)
                .Select(i => Delay.LogNormal("200ms", "2s").Draw(42, (ulong)i).TotalMilliseconds)
                .Select(ms => Math.Round(ms, 3))
        );

    [Fact]
    public void A_log_normal_delay_with_equal_quantiles_is_fixed() =>
        Assert.Equal(TimeSpan.FromSeconds(3), Delay.LogNormal("3s", "3s").Draw(1, 2));

    [Fact]
    public void Fixed_and_none_do_not_depend_on_the_draw()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(20), Delay.Fixed("20ms").Draw(1, 2));
        Assert.Equal(TimeSpan.Zero, Delay.None.Draw(1, 2));
    }

    [Theory]
    [InlineData("lognormal(p50=1us,p99=24h)")]
    [InlineData("pareto(p50=1us,p99=24h)")]
    [InlineData("normal(mean=1s,deviation=24h)")]
    public void No_draw_is_longer_than_a_day(string text) =>
        Assert.Equal(TimeSpan.FromHours(24), Delay.Parse(text).FromUniform(1 - 1e-16));

    [Theory]
    [InlineData("0ms", "1s", "p50 is 0ms; allowed: above zero")]
    [InlineData("2s", "1s", "p99 is 1s; allowed: from p50 (2s)")]
    [InlineData("2s", "25h", "p99 is 25h; allowed")]
    [InlineData("soon", "1s", "p50 is 'soon'; allowed: a number and a unit")]
    [InlineData("1s", "late", "p99 is 'late'; allowed: a number and a unit")]
    public void Impossible_log_normal_delays_are_refused(string p50, string p99, string expected)
    {
        var error = Assert.Throws<ArgumentException>(() => Delay.LogNormal(p50, p99));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pareto_delay_with_equal_quantiles_is_fixed() =>
        Assert.Equal(TimeSpan.FromSeconds(3), Delay.Pareto("3s", "3s").Draw(1, 2));

    [Fact]
    public void Impossible_pareto_and_normal_delays_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Delay.Pareto("2s", "1s"));
        Assert.Throws<ArgumentException>(() => Delay.Pareto("0ms", "1s"));
        Assert.Throws<ArgumentException>(() => Delay.Normal("25h", "1s"));
        Assert.Throws<ArgumentException>(() => Delay.Normal("1s", "25h"));
    }

    [Fact]
    public void Impossible_fixed_delays_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Delay.Fixed(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentException>(() => Delay.Fixed("24.1h"));
    }

    private static IEnumerable<TimeSpan> DrawAll(
        Delay delay,
        ulong seed,
        Func<IEnumerable<int>, IEnumerable<int>>? order = null
    ) =>
        (order ?? (keys => keys))(Enumerable.Range(0, Draws))
            .Select(key => delay.Draw(seed, (ulong)key));
}
