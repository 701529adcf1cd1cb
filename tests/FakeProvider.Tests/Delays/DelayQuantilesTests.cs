namespace GatewayBench.FakeProviderTests;

public sealed class DelayQuantilesTests
{
    private const int Draws = 100_000;

    /// <summary>
    /// The number of n draws that don't exceed the p-quantile is binomial, with the standard deviation
    /// sqrt(n p (1 - p)). Four of them are left by 1 in 16,000 seeds; this seed is not one of those.
    /// </summary>
    private const double Deviations = 4;

    [Theory]
    [InlineData("20ms", 1, 20)]
    [InlineData("20ms", 99, 20)]
    [InlineData("uniform(2s,8s)", 10, 2_600)]
    [InlineData("uniform(2s,8s)", 50, 5_000)]
    [InlineData("uniform(2s,8s)", 99, 7_940)]
    [InlineData("normal(mean=100ms,deviation=20ms)", 10, 74.3690)]
    [InlineData("normal(mean=100ms,deviation=20ms)", 50, 100)]
    [InlineData("normal(mean=100ms,deviation=20ms)", 99, 146.5270)]
    [InlineData("normal(mean=10ms,deviation=20ms)", 10, 0)]
    [InlineData("normal(mean=10ms,deviation=20ms)", 50, 10)]
    [InlineData("lognormal(p50=400ms,p99=4s)", 10, 112.5057)]
    [InlineData("lognormal(p50=400ms,p99=4s)", 50, 400)]
    [InlineData("lognormal(p50=400ms,p99=4s)", 99, 4_000)]
    [InlineData("lognormal(p50=400ms,p99=4s)", 99.9, 8_519.6563)]
    [InlineData("pareto(p50=400ms,p99=4s)", 10, 283.0145)]
    [InlineData("pareto(p50=400ms,p99=4s)", 50, 400)]
    [InlineData("pareto(p50=400ms,p99=4s)", 99, 4_000)]
    [InlineData("pareto(p50=400ms,p99=4s)", 99.9, 15_511.4323)]
    [InlineData("mixture(60%:uniform(0ms,600ms),40%:pareto(p50=1s,p99=10s))", 30, 300)]
    [InlineData("mixture(60%:uniform(0ms,600ms),40%:pareto(p50=1s,p99=10s))", 60, 600)]
    [InlineData("mixture(60%:uniform(0ms,600ms),40%:pareto(p50=1s,p99=10s))", 80, 1_000)]
    [InlineData("mixture(60%:uniform(0ms,600ms),40%:pareto(p50=1s,p99=10s))", 99.6, 10_000)]
    [InlineData("percentiles(50:400ms,90:1s,99:4s)", 25, 400)]
    [InlineData("percentiles(50:400ms,90:1s,99:4s)", 70, 700)]
    [InlineData("percentiles(50:400ms,90:1s,99:4s)", 90, 1_000)]
    [InlineData("percentiles(50:400ms,90:1s,99:4s)", 94.5, 2_500)]
    [InlineData("percentiles(50:400ms,90:1s,99:4s)", 99.9, 4_000)]
    [InlineData("preset(frontier-hosted-a)", 50, 774)]
    [InlineData("preset(frontier-hosted-a)", 90, 1_226)]
    [InlineData("preset(frontier-hosted-b)", 50, 1_114)]
    [InlineData("preset(frontier-hosted-b)", 90, 2_031)]
    [InlineData("preset(small-hosted)", 50, 530)]
    [InlineData("preset(small-hosted)", 90, 593)]
    [InlineData("preset(small-hosted)", 99, 703)]
    [InlineData("preset(8b-one-h100)", 50, 100)]
    [InlineData("preset(8b-one-h100,gap)", 90, 14.5631)]
    [InlineData("preset(70b-eight-gpus)", 50, 200)]
    [InlineData("preset(70b-eight-gpus,gap)", 50, 25)]
    public void A_hundred_thousand_draws_match_the_quantiles(
        string text,
        double percentile,
        double milliseconds
    ) => AssertQuantile(Delay.Parse(text), percentile, milliseconds);

    [Theory]
    [InlineData(5, 1_000)]
    [InlineData(50, 5_000)]
    [InlineData(90, 9_000)]
    [InlineData(95, 10_000)]
    public void A_hundred_thousand_draws_match_the_quantiles_of_a_file(
        double percentile,
        double milliseconds
    )
    {
        using var file = new TemporaryFile("3s\n1s\n2s\n10s\n9s\n8s\n7s\n6s\n5s\n4s\n");

        AssertQuantile(Delay.FromFile(file.Path), percentile, milliseconds);
    }

    private static void AssertQuantile(Delay delay, double percentile, double milliseconds)
    {
        var p = percentile / 100;
        var tolerance = Deviations * Math.Sqrt(Draws * p * (1 - p));
        var quantile = TimeSpan.FromMilliseconds(milliseconds);
        // A few microseconds either way, because the expected values above are rounded.
        var rounding = TimeSpan.FromMicroseconds(5);
        var draws = Enumerable.Range(0, Draws).Select(key => delay.Draw(42, (ulong)key)).ToArray();

        // Both sides, because several draws may be the quantile itself.
        Assert.InRange(draws.Count(d => d < quantile - rounding), 0, Draws * p + tolerance);
        Assert.InRange(draws.Count(d => d <= quantile + rounding), Draws * p - tolerance, Draws);
    }
}
