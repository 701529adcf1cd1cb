using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class RateLimiterTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void An_hour_of_steady_demand_is_admitted_exactly_as_the_arithmetic_says()
    {
        var limiter = Limiter(requestsPerMinute: 500);
        var step = TimeSpan.FromMilliseconds(50);
        var admitted = 0;

        // The first try is at 0:00:00, the last at 0:59:59.950.
        for (var at = TimeSpan.Zero; at < TimeSpan.FromHours(1); at += step)
        {
            admitted += IsAdmitted(limiter) ? 1 : 0;
            _clock.Advance(step);
        }

        // A full bucket, and 500 a minute (one per 120 ms) up to the last try.
        Assert.Equal(500 + 29_999, admitted);
    }

    [Fact]
    public void An_hour_of_token_demand_is_admitted_exactly_as_the_arithmetic_says()
    {
        var limiter = Limiter(tokensPerMinute: 90_000);
        var admitted = 0;

        for (var second = 0; second < 3_600; second++)
        {
            admitted += IsAdmitted(limiter, tokens: 7_000) ? 1 : 0;
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        // 90,000 at the start and 1,500 a second for 3,599 s are 5,488,500 tokens: 784 times 7,000.
        Assert.Equal(784, admitted);
    }

    [Fact]
    public void A_refusal_takes_nothing_from_either_bucket()
    {
        var limiter = Limiter(requestsPerMinute: 10, tokensPerMinute: 100);
        Assert.True(IsAdmitted(limiter, tokens: 60));

        var refused = limiter.Admit(key: 1, new RateLimitDemand(60, 0));

        Assert.Equal(RateLimitUnit.Tokens, refused.Refusal?.Unit);
        Assert.Equal(9, refused.Requests?.Remaining);
        Assert.Equal(40, refused.Tokens?.Remaining);
    }

    [Fact]
    public void More_than_the_limit_can_never_be_admitted()
    {
        var refusal = Limiter(tokensPerMinute: 100)
            .Admit(key: 1, new RateLimitDemand(1, 100))
            .Refusal;

        Assert.Equal(
            new RateLimitRefusal(RefusalReason.TooLarge, RateLimitUnit.Tokens, 100, 0, 101),
            refusal
        );
    }

    [Fact]
    public void Keys_have_buckets_of_their_own()
    {
        var limiter = Limiter(requestsPerMinute: 1);

        Assert.True(IsAdmitted(limiter, key: 1));
        Assert.False(IsAdmitted(limiter, key: 1));
        Assert.True(IsAdmitted(limiter, key: 2));
    }

    [Fact]
    public void What_is_left_is_told_of_the_key_that_has_least()
    {
        var limiter = Limiter(requestsPerMinute: 60);
        Assert.Equal(60, limiter.LeastRemaining().Requests);
        IsAdmitted(limiter, key: 1);
        IsAdmitted(limiter, key: 2);
        IsAdmitted(limiter, key: 2);
        IsAdmitted(limiter, key: 3);

        Assert.Equal(58, limiter.LeastRemaining().Requests);
        Assert.Null(limiter.LeastRemaining().Tokens);
        // One comes back each second, also to a key that asks for nothing.
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(59, limiter.LeastRemaining().Requests);
    }

    [Fact]
    public void Keys_beyond_the_bound_share_one_set_of_buckets()
    {
        var limiter = Limiter(requestsPerMinute: 1);
        for (ulong key = 0; key < RateLimiter.MaxKeys; key++)
        {
            Assert.True(IsAdmitted(limiter, key: key));
        }

        Assert.True(IsAdmitted(limiter, key: RateLimiter.MaxKeys));
        Assert.False(IsAdmitted(limiter, key: RateLimiter.MaxKeys + 1));
    }

    private static bool IsAdmitted(RateLimiter limiter, ulong key = 1, long tokens = 0) =>
        limiter.Admit(key, new RateLimitDemand(tokens, 0)).Refusal is null;

    private RateLimiter Limiter(int? requestsPerMinute = null, int? tokensPerMinute = null) =>
        new(
            new RateLimitOptions
            {
                RequestsPerMinute = requestsPerMinute,
                TokensPerMinute = tokensPerMinute,
            },
            _clock
        );
}
