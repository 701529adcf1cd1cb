namespace GatewayBench.FakeProviderTests;

public sealed class HistogramPercentilesTests
{
    private static readonly double[] _percentiles = [50, 90, 95, 99, 99.9, 100];

    [Fact]
    public void Quantiles_of_a_sample_are_within_the_precision()
    {
        foreach (var seed in Enumerable.Range(1, 10))
        {
            var random = new Random(seed);
            var histogram = new LongHistogram(1, 3_600_000_000, 3);
            var values = new long[10_000];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (long)(1000 * Math.Exp(4 * random.NextDouble() * random.NextDouble()));
                histogram.RecordValue(values[i]);
            }
            Array.Sort(values);

            foreach (var percentile in _percentiles)
            {
                var exact = values[(int)Math.Round(percentile * values.Length / 100) - 1];
                var found = histogram.GetValueAtPercentile(percentile);
                Assert.InRange(found, exact, exact * 1.001);
            }
            Assert.InRange(histogram.GetMean() / values.Average(), 0.999, 1.001);
        }
    }

    [Fact]
    public void The_percentile_of_the_kth_value_finds_it()
    {
        for (var total = 1; total <= 1000; total += 13)
        {
            var histogram = new LongHistogram(1, 1000, 3);
            for (var value = 1; value <= total; value++)
            {
                histogram.RecordValue(value);
            }
            for (var k = 1; k <= total; k += 7)
            {
                Assert.Equal(k, histogram.GetValueAtPercentile(100.0 * k / total));
            }
        }
    }

    [Fact]
    public void Percentile_0_is_the_lowest_value_and_anything_beyond_100_the_highest()
    {
        var histogram = new LongHistogram(1, 1_000_000, 2);
        histogram.RecordValue(1001);
        histogram.RecordValue(5003);

        Assert.Equal(histogram.LowestEquivalentValue(1001), histogram.GetValueAtPercentile(0));
        Assert.Equal(histogram.HighestEquivalentValue(1001), histogram.GetValueAtPercentile(-3));
        Assert.Equal(histogram.HighestEquivalentValue(5003), histogram.GetValueAtPercentile(100));
        Assert.Equal(histogram.HighestEquivalentValue(5003), histogram.GetValueAtPercentile(250));
    }

    [Fact]
    public void NaN_is_not_a_percentile() =>
        Assert.Throws<ArgumentException>(() =>
            new LongHistogram(1, 1000, 3).GetValueAtPercentile(double.NaN)
        );

    [Fact]
    public void An_empty_histogram_has_zeros_and_no_steps()
    {
        var histogram = new LongHistogram(1, 1000, 3);

        Assert.Equal(0, histogram.GetValueAtPercentile(50));
        Assert.Equal(0, histogram.GetMaxValue());
        Assert.Equal(long.MaxValue, histogram.GetMinNonZeroValue());
        Assert.Equal(0, histogram.GetMean());
        Assert.Equal(0, histogram.GetStdDeviation());
        Assert.Empty(histogram.Percentiles(5));
    }

    [Fact]
    public void Moments_of_known_values()
    {
        var histogram = new LongHistogram(1, 1000, 3);
        foreach (var value in new[] { 2, 4, 4, 4, 5, 5, 7, 9 })
        {
            histogram.RecordValue(value);
        }

        Assert.Equal(5, histogram.GetMean());
        Assert.Equal(2, histogram.GetStdDeviation());
        Assert.Equal(2, histogram.GetMinNonZeroValue());
        Assert.Equal(9, histogram.GetMaxValue());
    }

    [Fact]
    public void Steps_rise_to_100_percent_even_where_doubles_cannot_tell_them_apart()
    {
        var histogram = new LongHistogram(1, 1000, 3);
        histogram.RecordValueWithCount(1, (1L << 62) - 1);
        histogram.RecordValue(2);

        var steps = histogram.Percentiles(1000).ToList();

        Assert.Equal(new HistogramIterationValue(2, 100, 1L << 62), steps[^1]);
        Assert.Equal(steps.OrderBy(s => s.PercentileLevelIteratedTo), steps);
        Assert.Equal(steps.OrderBy(s => s.TotalCountToThisValue), steps);
    }

    [Fact]
    public void Fewer_than_one_step_per_halving_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new LongHistogram(1, 1000, 3).Percentiles(0)
        );
}
