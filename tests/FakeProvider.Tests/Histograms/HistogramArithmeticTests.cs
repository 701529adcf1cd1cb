namespace GatewayBench.FakeProviderTests;

public sealed class HistogramArithmeticTests
{
    [Fact]
    public void Histograms_added_equal_the_histogram_of_all_values()
    {
        foreach (var seed in Enumerable.Range(1, 10))
        {
            var random = new Random(seed);
            LongHistogram[] parts = [New(), New(), New()];
            var whole = New();
            for (var i = 0; i < 5000; i++)
            {
                var value = random.NextInt64(3_600_000_000) >> random.Next(32);
                parts[random.Next(3)].RecordValue(value);
                whole.RecordValue(value);
            }

            var sum = New();
            foreach (var part in parts)
            {
                sum.Add(part);
            }

            Assert.True(sum.HasSameContentsAs(whole), $"seed {seed}");
            Assert.Equal(5000, sum.TotalCount);
        }
    }

    [Fact]
    public void A_histogram_of_another_shape_is_added_by_value()
    {
        var fine = new LongHistogram(1, 1_000_000, 5);
        var coarse = new LongHistogram(10, 10_000_000, 2);
        foreach (var value in new long[] { 0, 3, 15, 999, 12_345, 987_654 })
        {
            fine.RecordValueWithCount(value, value + 1);
        }

        coarse.Add(fine);

        var expected = new LongHistogram(10, 10_000_000, 2);
        foreach (var value in new long[] { 0, 3, 15, 999, 12_345, 987_654 })
        {
            expected.RecordValueWithCount(value, value + 1);
        }
        Assert.True(coarse.HasSameContentsAs(expected));
        Assert.Equal(fine.TotalCount, coarse.TotalCount);
    }

    [Fact]
    public void A_histogram_with_values_beyond_the_range_is_refused_whole()
    {
        var small = new LongHistogram(1, 1000, 3);
        var large = New();
        large.RecordValue(5);
        large.RecordValue(1_000_000);

        Assert.Throws<ArgumentOutOfRangeException>(() => small.Add(large));

        Assert.Equal(0, small.TotalCount);
    }

    [Fact]
    public void A_snapshot_minus_the_one_before_is_what_came_between()
    {
        foreach (var seed in Enumerable.Range(1, 10))
        {
            var random = new Random(seed);
            var live = New();
            var last = New();
            var sumOfSlices = New();
            for (var second = 0; second < 5; second++)
            {
                var expected = New();
                for (var i = random.Next(1000); i > 0; i--)
                {
                    var value = random.NextInt64(3_600_000_000) >> random.Next(32);
                    live.RecordValue(value);
                    expected.RecordValue(value);
                }

                var now = live.Copy();
                var slice = now.Copy();
                slice.Subtract(last);
                last = now;
                sumOfSlices.Add(slice);

                Assert.True(slice.HasSameContentsAs(expected), $"seed {seed}, second {second}");
                Assert.Equal(expected.TotalCount, slice.TotalCount);
            }
            Assert.True(sumOfSlices.HasSameContentsAs(live), $"seed {seed}");
        }
    }

    [Fact]
    public void More_than_there_is_cannot_be_taken_away()
    {
        var histogram = New();
        histogram.RecordValueWithCount(5, 3);
        var more = New();
        more.RecordValue(4);
        more.RecordValueWithCount(5, 4);
        histogram.RecordValue(4);

        var refusal = Assert.Throws<ArgumentException>(() => histogram.Subtract(more));

        Assert.Contains("4 at value 5", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(4, histogram.TotalCount);
    }

    [Fact]
    public void Snapshots_and_differences_need_the_same_shape()
    {
        var other = new LongHistogram(1, 1000, 3);

        var subtract = Assert.Throws<ArgumentException>(() => New().Subtract(other));
        var copy = Assert.Throws<ArgumentException>(() => New().CopyInto(other));

        Assert.Contains("1 to 1000 with 3 digits", subtract.Message, StringComparison.Ordinal);
        Assert.Equal("target", copy.ParamName);
    }

    [Fact]
    public void A_snapshot_replaces_what_the_target_held()
    {
        var histogram = New();
        histogram.RecordValue(5);
        var target = New();
        target.RecordValue(77);

        histogram.CopyInto(target);

        Assert.True(target.HasSameContentsAs(histogram));
        Assert.Equal(1, target.TotalCount);
    }

    [Fact]
    public async Task Snapshots_taken_while_another_thread_records_are_consistent_and_only_grow()
    {
        var live = New();
        var last = New();
        var stop = false;
        var writer = Task.Run(
            () =>
            {
                for (var i = 0L; !Volatile.Read(ref stop); i++)
                {
                    live.RecordValue(i * 7919 % 3_600_000_000);
                }
            },
            TestContext.Current.CancellationToken
        );

        for (var i = 0; i < 50; i++)
        {
            var now = live.Copy();
            Assert.Equal(now.Counts.ToArray().Sum(), now.TotalCount);
            var slice = now.Copy();
            slice.Subtract(last);
            Assert.Equal(now.TotalCount - last.TotalCount, slice.TotalCount);
            last = now;
        }
        Volatile.Write(ref stop, true);
        await writer;

        Assert.Equal(live.TotalCount, live.Copy().TotalCount);
    }

    private static LongHistogram New() => new(1, 3_600_000_000, 3);
}
