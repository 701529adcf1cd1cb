namespace GatewayBench.Tests.Overhead;

public sealed class OrderStatisticsTests
{
    /// <summary>By R: qbinom(0.025, n, q) and qbinom(0.975, n, q) + 1, the textbook's ends.</summary>
    [Theory]
    [InlineData(6, 50, 1, 6)]
    [InlineData(20, 50, 6, 15)]
    [InlineData(100, 50, 40, 61)]
    [InlineData(100, 95, 90, 100)]
    [InlineData(1000, 99, 983, 997)]
    public void IntervalOf_a_percentile_is_between_the_textbooks_values(
        int count,
        double percentile,
        int low,
        int high
    )
    {
        var interval = OrderStatistics.IntervalOf(OneTo(count), percentile);

        Assert.Equal(new Interval(low, high), interval);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(95)]
    [InlineData(99)]
    public void IntervalOf_exists_from_as_many_values_as_a_report_needs(double percentile)
    {
        var needed = (int)SampleSize.NeededFor(percentile);

        Assert.NotNull(OrderStatistics.IntervalOf(OneTo(needed), percentile));
        Assert.Null(OrderStatistics.IntervalOf(OneTo(needed - 1), percentile));
    }

    [Fact]
    public void IntervalOf_holds_the_quantile_in_95_of_100_samples()
    {
        const int Samples = 2_000;
        var held = 0;
        for (var sample = 0; sample < Samples; sample++)
        {
            // The median of an exponential distribution is ln 2.
            var values = Enumerable
                .Range(0, 50)
                .Select(i => -Math.Log(SplitMix64.UniformAt((ulong)sample, (ulong)i)))
                .Order()
                .ToArray();
            held += OrderStatistics.IntervalOf(values, 50)!.Value.Contains(Math.Log(2)) ? 1 : 0;
        }

        // Exactly 96.7 % with 50 values.
        Assert.InRange(held, 0.95 * Samples, 0.985 * Samples);
    }

    private static double[] OneTo(int count) =>
        [.. Enumerable.Range(1, count).Select(i => (double)i)];
}
