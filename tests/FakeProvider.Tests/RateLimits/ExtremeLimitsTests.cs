using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class ExtremeLimitsTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void The_largest_limits_are_exact()
    {
        var limiter = Limiter(o => o.TokensPerMinute = o.OutputTokensPerMinute = int.MaxValue);
        var all = new RateLimitDemand(0, int.MaxValue);
        Assert.Null(limiter.Admit(1, all).Refusal);

        var refusal = limiter.Admit(1, all).Refusal!;

        Assert.Equal(TimeSpan.FromMinutes(1), refusal.RetryAfter);
        Assert.Equal(int.MaxValue, refusal.Used);
        _clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.NotNull(limiter.Admit(1, all).Refusal);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(limiter.Admit(1, all).Refusal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(365 * 200)]
    public void However_long_nothing_happens_a_bucket_holds_one_minutes_worth(int days)
    {
        var limiter = Limiter(o =>
        {
            o.TokensPerMinute = int.MaxValue;
            o.RequestsPerMinute = 2;
        });
        limiter.Admit(1, new RateLimitDemand(int.MaxValue, 0));

        _clock.Advance(TimeSpan.FromDays(days));

        var decision = limiter.Admit(1, new RateLimitDemand(int.MaxValue, 0));
        Assert.Null(decision.Refusal);
        Assert.Equal(1, decision.Requests?.Remaining);
        Assert.Equal(0, decision.Tokens?.Remaining);
    }

    [Fact]
    public void A_demand_beyond_all_numbers_of_a_limit_is_too_large()
    {
        var limiter = Limiter(o => o.TokensPerMinute = int.MaxValue);

        var refusal = limiter.Admit(1, new RateLimitDemand(int.MaxValue, int.MaxValue)).Refusal;

        Assert.Equal(RefusalReason.TooLarge, refusal?.Reason);
        Assert.Equal(2L * int.MaxValue, refusal?.Requested);
    }

    [Fact]
    public void A_clock_that_steps_back_gives_nothing_twice()
    {
        var bucket = new RefillingBucket(60);
        bucket.Take(60);
        bucket.AdvanceTo(TimeSpan.FromSeconds(10));

        bucket.AdvanceTo(TimeSpan.FromSeconds(5));
        bucket.AdvanceTo(TimeSpan.FromSeconds(10));

        Assert.Equal(10, bucket.Remaining);
    }

    [Fact]
    public void The_largest_quota_does_not_overflow()
    {
        var limiter = Limiter(o => o.TokenQuota = long.MaxValue);
        var half = new RateLimitDemand(long.MaxValue / 2, 0);
        Assert.Null(limiter.Admit(1, half).Refusal);
        Assert.Null(limiter.Admit(1, half).Refusal);

        Assert.Equal(RefusalReason.Quota, limiter.Admit(1, half).Refusal?.Reason);
        Assert.Null(limiter.Admit(1, new RateLimitDemand(1, 0)).Refusal);
        Assert.NotNull(limiter.Admit(1, new RateLimitDemand(1, 0)).Refusal);
    }

    private RateLimiter Limiter(Action<RateLimitOptions> configure)
    {
        var options = new RateLimitOptions();
        configure(options);
        return new RateLimiter(options, _clock);
    }
}
