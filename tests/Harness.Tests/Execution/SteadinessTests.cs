namespace GatewayBench.Tests.Execution;

public sealed class SteadinessTests
{
    [Fact]
    public void Everything_before_the_last_of_two_steps_is_left_out()
    {
        var found = Enumerable
            .Range(1, 100)
            .Select(seed =>
            {
                var noise = new Noise(seed);
                return Steadiness.ValuesBeforeLastChange([
                    .. Levels(noise, 8, 30),
                    .. Levels(noise, 4, 30),
                    .. Levels(noise, 2, 30),
                ]);
            })
            .ToList();

        // A handful of values of the level before may stay, as outliers would; and the noise of
        // the last level may look like one more change.
        Assert.All(found, start => Assert.InRange(start, 55, 90));
        Assert.InRange(found.Count(start => start <= 75), 90, 100);
    }

    [Fact]
    public void A_step_of_less_than_a_tenth_is_let_be()
    {
        double[] series = [.. Enumerable.Repeat(1.0, 20), .. Enumerable.Repeat(1.09, 20)];

        Assert.Equal(0, Steadiness.ValuesBeforeLastChange(series));
        Assert.Equal(
            20,
            Steadiness.ValuesBeforeLastChange([.. series[..20], .. Enumerable.Repeat(1.11, 20)])
        );
    }

    [Fact]
    public void Noise_alone_seldom_looks_like_a_change_or_a_trend()
    {
        var (changes, trends) = (0, 0);
        foreach (var seed in Enumerable.Range(1, 1_000))
        {
            var noise = new Noise(seed);
            double[] series = [.. Levels(noise, 1, 40, deviation: 0.5).Select(Math.Abs)];
            changes += Steadiness.ValuesBeforeLastChange(series) > 0 ? 1 : 0;
            trends += Steadiness.HasTrend(series) ? 1 : 0;
        }

        // Tested at 5 % and 10 %.
        Assert.InRange(changes, 1, 60);
        Assert.InRange(trends, 1, 120);
    }

    [Fact]
    public void A_slope_is_a_trend_once_it_adds_up_to_a_tenth()
    {
        Assert.True(Steadiness.HasTrend(Slope(perStep: -0.005)));
        Assert.True(Steadiness.HasTrend(Slope(perStep: 0.005)));
        Assert.False(Steadiness.HasTrend(Slope(perStep: -0.001)));

        static double[] Slope(double perStep) =>
            [.. Enumerable.Range(0, 20).Select(i => 1 + i * perStep)];
    }

    private static IEnumerable<double> Levels(
        Noise noise,
        double level,
        int count,
        double deviation = 0.1
    ) => Enumerable.Range(0, count).Select(_ => noise.Around(level, deviation));
}
