using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class RetryHintTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Waiting_exactly_as_told_admits_whichever_limits_refused(int seed)
    {
        var limiter = new RateLimiter(
            new RateLimitOptions
            {
                RequestsPerMinute = 3,
                TokensPerMinute = 7_001,
                InputTokensPerMinute = 3_001,
                OutputTokensPerMinute = 5_003,
            },
            _clock
        );
        var random = new Random(seed);
        var refusedBy = new HashSet<RateLimitUnit>();

        for (var i = 0; i < 10_000; i++)
        {
            var demand = new RateLimitDemand(random.Next(3_000), random.Next(1, 4_000));
            if (limiter.Admit(1, demand).Refusal is { } refusal)
            {
                refusedBy.Add(refusal.Unit);
                _clock.Advance(refusal.RetryAfter!.Value);
                Assert.Null(limiter.Admit(1, demand).Refusal);
            }
            _clock.Advance(TimeSpan.FromTicks(random.Next(100_000_000)));
        }

        Assert.Equal(4, refusedBy.Count);
    }

    [Fact]
    public void A_tick_less_than_the_hint_is_too_early_when_the_used_are_a_whole_number()
    {
        var limiter = new RateLimiter(new RateLimitOptions { TokensPerMinute = 30_000 }, _clock);
        limiter.Admit(1, new RateLimitDemand(14_567, 0));
        var demand = new RateLimitDemand(20_000, 4_754);

        var wait = limiter.Admit(1, demand).Refusal!.RetryAfter!.Value;

        Assert.Equal(TimeSpan.FromSeconds(18.642), wait);
        _clock.Advance(wait - TimeSpan.FromTicks(1));
        Assert.NotNull(limiter.Admit(1, demand).Refusal);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(limiter.Admit(1, demand).Refusal);
    }

    [Fact]
    public void What_can_never_fit_is_not_told_to_wait_for_the_requests()
    {
        var limiter = new RateLimiter(
            new RateLimitOptions { RequestsPerMinute = 1, TokensPerMinute = 100 },
            _clock
        );
        limiter.Admit(1, new RateLimitDemand(1, 1));

        var refusal = limiter.Admit(1, new RateLimitDemand(1, 100)).Refusal;

        Assert.Equal(RefusalReason.TooLarge, refusal?.Reason);
        Assert.True(refusal?.IsFinal);
    }
}
