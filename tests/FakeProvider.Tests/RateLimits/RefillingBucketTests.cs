namespace GatewayBench.FakeProviderTests;

public sealed class RefillingBucketTests
{
    [Fact]
    public void A_new_bucket_holds_one_minutes_worth_and_no_more()
    {
        var bucket = new RefillingBucket(limit: 500);

        Assert.True(bucket.Fits(500));
        Assert.False(bucket.Fits(501));
    }

    [Fact]
    public void An_item_is_back_exactly_when_the_rate_says_so_and_not_a_tick_earlier()
    {
        var bucket = new RefillingBucket(limit: 500);
        bucket.Take(500);
        var oneItem = TimeSpan.FromMilliseconds(120);

        bucket.AdvanceTo(oneItem - TimeSpan.FromTicks(1));
        Assert.False(bucket.Fits(1));

        bucket.AdvanceTo(oneItem);
        Assert.True(bucket.Fits(1));
        Assert.False(bucket.Fits(2));
    }

    [Fact]
    public void Many_small_steps_refill_as_much_as_one_long_one()
    {
        // 7 per minute: no whole number of ticks gives back one item.
        var bucket = new RefillingBucket(limit: 7);
        bucket.Take(7);

        for (var ticks = 1; ticks <= 1_000_000; ticks++)
        {
            bucket.AdvanceTo(TimeSpan.FromTicks(ticks));
        }

        Assert.Equal(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1_000_000), bucket.UntilFull);
    }

    [Fact]
    public void A_bucket_never_holds_more_than_its_limit()
    {
        var bucket = new RefillingBucket(int.MaxValue);
        bucket.Take(int.MaxValue);

        bucket.AdvanceTo(TimeSpan.FromDays(10_000));

        Assert.Equal(int.MaxValue, bucket.Remaining);
        Assert.False(bucket.Fits(int.MaxValue + 1L));
    }

    [Theory]
    [InlineData(30_000, 14_567, 24_754, 18_642)]
    [InlineData(500, 500, 1, 120)]
    [InlineData(3, 3, 1, 20_000)]
    public void The_wait_is_what_OpenAIs_messages_say(int limit, int used, int requested, int ms)
    {
        var bucket = new RefillingBucket(limit);
        bucket.Take(used);

        Assert.Equal(TimeSpan.FromMilliseconds(ms), bucket.UntilFits(requested));
    }

    [Fact]
    public void What_fits_after_the_wait_fits_not_before()
    {
        var bucket = new RefillingBucket(limit: 30_000);
        bucket.Take(14_567);
        var wait = bucket.UntilFits(24_754);

        bucket.AdvanceTo(wait - TimeSpan.FromTicks(1));
        Assert.False(bucket.Fits(24_754));

        bucket.AdvanceTo(wait);
        Assert.True(bucket.Fits(24_754));
    }

    [Fact]
    public void A_partly_refilled_item_counts_as_used()
    {
        var bucket = new RefillingBucket(limit: 60);
        bucket.Take(10);

        bucket.AdvanceTo(TimeSpan.FromSeconds(2.5));

        Assert.Equal(8, bucket.Used);
        Assert.Equal(52, bucket.Remaining);
        Assert.Equal(TimeSpan.FromSeconds(7.5), bucket.UntilFull);
    }
}
