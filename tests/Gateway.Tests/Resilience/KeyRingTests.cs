using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class KeyRingTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void The_first_key_is_used_until_it_is_set_aside_and_again_after_that()
    {
        var ring = Ring(3);
        Assert.Equal(0, ring.Next());

        Assert.Equal(TimeSpan.FromSeconds(5), ring.SetAside(0, Limited(5)));
        Assert.Equal(1, ring.Next());
        ring.SetAside(1, Limited(2));
        Assert.Equal(2, ring.Next());
        Assert.Equal(2, ring.SetAsideCount);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, ring.Next());
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(0, ring.Next());
        Assert.Equal(0, ring.SetAsideCount);
    }

    [Fact]
    public void With_all_set_aside_the_one_that_returns_first_says_why_and_when()
    {
        var ring = Ring(2);
        ring.SetAside(0, new(ProviderFailure.CredentialsRejected, 401));
        ring.SetAside(1, Limited(9));
        _clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Null(ring.Next());
        var why = ring.WhyNone();
        Assert.Equal(ProviderFailure.RateLimited, why.Failure);
        Assert.Equal(TimeSpan.FromSeconds(5), why.RetryAfter);
    }

    [Fact]
    public void A_key_is_set_aside_for_as_long_as_its_failure_calls_for()
    {
        var ring = Ring(2);

        Assert.Equal(TimeSpan.FromSeconds(1), ring.SetAside(0, new(ProviderFailure.RateLimited)));
        Assert.Equal(
            TimeSpan.FromSeconds(60),
            ring.SetAside(0, new(ProviderFailure.CredentialsRejected, 401))
        );
        Assert.Equal(
            TimeSpan.FromSeconds(60),
            ring.SetAside(0, new(ProviderFailure.QuotaExhausted, 429))
        );
        Assert.Null(ring.SetAside(0, new(ProviderFailure.ErrorStatus, 503)));
        Assert.Null(ring.SetAside(0, new(ProviderFailure.RateLimited, 429, null, true)));
    }

    [Fact]
    public void The_only_key_stays()
    {
        var ring = Ring(1);

        Assert.Null(ring.SetAside(0, Limited(5)));
        Assert.Equal(0, ring.Next());
    }

    private KeyRing Ring(int keys) => new(keys, new(), _clock);

    private static ProviderException Limited(int seconds) =>
        new(ProviderFailure.RateLimited, 429, TimeSpan.FromSeconds(seconds));
}
