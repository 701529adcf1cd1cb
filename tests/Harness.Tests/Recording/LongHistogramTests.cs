using GatewayBench.Support;

namespace GatewayBench.HarnessTests.Recording;

public sealed class LongHistogramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Values_are_told_apart_to_the_precision(int digits)
    {
        var histogram = Tracking(1, long.MaxValue, digits);
        var random = new Random(digits);
        for (var i = 0; i < 2000; i++)
        {
            var value = random.NextInt64(long.MaxValue) >> random.Next(63);
            var (low, high) = (
                histogram.LowestEquivalentValue(value),
                histogram.HighestEquivalentValue(value)
            );

            Assert.InRange(value, low, high);
            Assert.True(high - low <= value / Math.Pow(10, digits), $"{value}: {low} to {high}");
            Assert.True(histogram.ValuesAreEquivalent(low, high));
            Assert.False(histogram.ValuesAreEquivalent(value, unchecked(high + 1)));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(2048)]
    [InlineData(long.MaxValue)]
    public void A_value_beyond_the_range_is_refused_and_not_counted(long value)
    {
        var histogram = Tracking(1, 1500, 3);

        var once = Assert.Throws<ArgumentOutOfRangeException>(() => histogram.RecordValue(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.RecordValueWithCount(value, 2));

        Assert.Contains("0 to 2047", once.Message, StringComparison.Ordinal);
        Assert.Equal(value, once.ActualValue);
        Assert.Equal(0, histogram.TotalCount);
        Assert.Equal(0, histogram.GetMaxValue());
    }

    [Fact]
    public void Negative_values_are_refused_whatever_the_shape()
    {
        foreach (var shape in HistogramCase.All.Where(c => c.Digits < 5))
        {
            var histogram = Tracking(shape.Lowest, shape.Highest, shape.Digits);
            foreach (var value in new[] { -1, -2, -1000, -(1L << 40), long.MinValue })
            {
                Assert.Throws<ArgumentOutOfRangeException>(() => histogram.RecordValue(value));
            }
        }
    }

    [Fact]
    public void Every_value_up_to_the_highest_fits()
    {
        foreach (var shape in HistogramCase.All)
        {
            var histogram = Tracking(shape.Lowest, shape.Highest, shape.Digits);

            histogram.RecordValue(0);
            histogram.RecordValue(shape.Highest);

            Assert.Equal(2, histogram.TotalCount);
            Assert.True(histogram.ValuesAreEquivalent(shape.Highest, histogram.GetMaxValue()));
        }
    }

    [Fact]
    public void A_negative_count_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Tracking(1, 1000, 3).RecordValueWithCount(1, -1)
        );

    [Theory]
    [InlineData(0, 1000, 3, "lowest")]
    [InlineData(-5, 1000, 3, "lowest")]
    [InlineData(600, 1000, 3, "highest")]
    [InlineData(1, 1, 3, "highest")]
    [InlineData(1, 1000, -1, "digits")]
    [InlineData(1, 1000, 6, "digits")]
    [InlineData(1L << 60, long.MaxValue, 3, "lowest")]
    [InlineData(long.MaxValue, long.MaxValue, 3, "lowest")]
    public void An_impossible_shape_is_refused(
        long lowest,
        long highest,
        int digits,
        string culprit
    )
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() =>
            Tracking(lowest, highest, digits)
        );

        Assert.Contains(culprit, refusal.ParamName, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(refusal.ActualValue);
    }

    [Fact]
    public void Reset_forgets_everything()
    {
        var histogram = Tracking(1, 1000, 3);
        histogram.RecordValue(7);

        histogram.Reset();

        Assert.Equal(0, histogram.TotalCount);
        Assert.Equal(0, histogram.GetValueAtPercentile(100));
        Assert.True(histogram.HasSameContentsAs(Tracking(1, 1000, 3)));
    }

    [Fact]
    public void Contents_are_the_same_only_at_the_same_precision_and_counts()
    {
        var histogram = Tracking(1, 1000, 3);
        histogram.RecordValue(7);
        var wider = Tracking(1, 1_000_000, 3);
        wider.RecordValue(7);
        var coarser = Tracking(1, 1000, 2);
        coarser.RecordValue(7);
        var shifted = Tracking(1, 1000, 3);
        shifted.RecordValue(8);

        Assert.True(histogram.HasSameContentsAs(wider));
        Assert.False(histogram.HasSameContentsAs(coarser));
        Assert.False(histogram.HasSameContentsAs(shifted));
        Assert.False(histogram.HasSameContentsAs(Tracking(2, 1000, 3)));
    }

    [Fact]
    public void Recording_and_snapshots_allocate_nothing()
    {
        var histogram = Tracking(1, 3_600_000_000, 3);
        var snapshot = histogram.Copy();

        var allocated = Allocations.Of(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                histogram.RecordValue(i * 1000);
            }
            histogram.CopyInto(snapshot);
            histogram.Subtract(snapshot);
            histogram.Add(snapshot);
        });

        Assert.Equal(0, allocated);
    }

    private static LongHistogram Tracking(long lowest, long highest, int digits) =>
        new(lowest, highest, digits);
}
