namespace Gateway.Tests;

public sealed class RetryRulesTests
{
    private static readonly ResilienceOptions Options = new()
    {
        BaseDelayMilliseconds = 400,
        MaxRetryAfterSeconds = 10,
    };

    [Theory]
    [InlineData(408, true)]
    [InlineData(409, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(529, true)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(413, false)]
    [InlineData(422, false)]
    public void Of_the_statuses_only_those_that_may_pass_are_tried_again(
        int status,
        bool expected
    ) => Assert.Equal(expected, RetryRules.MayPass(new(ProviderFailure.ErrorStatus, status)));

    [Theory]
    [InlineData(nameof(ProviderFailure.RateLimited), true)]
    [InlineData(nameof(ProviderFailure.Unreachable), true)]
    [InlineData(nameof(ProviderFailure.ConnectionCut), true)]
    [InlineData(nameof(ProviderFailure.TimedOut), true)]
    [InlineData(nameof(ProviderFailure.StreamFailed), true)]
    [InlineData(nameof(ProviderFailure.QuotaExhausted), false)]
    [InlineData(nameof(ProviderFailure.CredentialsRejected), false)]
    [InlineData(nameof(ProviderFailure.InvalidAnswer), false)]
    [InlineData(nameof(ProviderFailure.StreamCut), false)]
    [InlineData(nameof(ProviderFailure.StreamStalled), false)]
    [InlineData(nameof(ProviderFailure.CircuitOpen), false)]
    public void Of_the_failures_only_those_that_may_pass_are_tried_again(
        string failure,
        bool expected
    ) => Assert.Equal(expected, RetryRules.MayPass(new(Enum.Parse<ProviderFailure>(failure))));

    [Fact]
    public void The_providers_word_against_it_counts()
    {
        Assert.False(RetryRules.MayPass(new(ProviderFailure.RateLimited, 429, null, true)));
        Assert.False(RetryRules.MayPass(new(ProviderFailure.ErrorStatus, 503, null, true)));
    }

    [Theory]
    [InlineData(0, 0.0, 200)]
    [InlineData(0, 0.5, 300)]
    [InlineData(0, 0.999, 400)]
    [InlineData(1, 0.0, 400)]
    [InlineData(2, 0.0, 800)]
    [InlineData(2, 0.5, 1200)]
    [InlineData(9, 0.0, 5000)]
    public void A_back_off_doubles_and_is_half_random(int retry, double drawn, double expected) =>
        Assert.InRange(Wait(retry, drawn, null)!.Value.TotalMilliseconds, expected, expected + 2);

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(2500.25, 0.0)]
    [InlineData(2500.25, 0.9)]
    [InlineData(10000, 0.9)]
    public void What_the_provider_asks_for_is_the_least(double asked, double drawn)
    {
        var wait = Wait(0, drawn, asked)!.Value.TotalMilliseconds;

        Assert.InRange(wait, asked + drawn * 200, asked + drawn * 200 + 2);
        Assert.Equal(Math.Truncate(wait), wait);
        Assert.True(wait > asked);
    }

    [Fact]
    public void What_the_provider_asks_for_beyond_the_cap_is_not_waited() =>
        Assert.Null(Wait(0, 0, 10_001));

    private static TimeSpan? Wait(int retry, double drawn, double? asked) =>
        new RetryRules(Options, () => drawn).WaitBefore(
            retry,
            new(
                ProviderFailure.RateLimited,
                429,
                asked is { } ms ? TimeSpan.FromMilliseconds(ms) : null
            )
        );
}
