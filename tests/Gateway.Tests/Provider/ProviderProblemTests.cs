namespace Gateway.Tests;

public sealed class ProviderProblemTests
{
    [Theory]
    [InlineData(nameof(ProviderFailure.RateLimited), 429, true)]
    [InlineData(nameof(ProviderFailure.QuotaExhausted), 429, false)]
    [InlineData(nameof(ProviderFailure.CircuitOpen), 503, true)]
    [InlineData(nameof(ProviderFailure.Unreachable), 503, false)]
    [InlineData(nameof(ProviderFailure.CredentialsRejected), 502, false)]
    [InlineData(nameof(ProviderFailure.StreamFailed), 502, false)]
    [InlineData(nameof(ProviderFailure.StreamCut), 502, false)]
    [InlineData(nameof(ProviderFailure.StreamStalled), 504, false)]
    public void A_failure_has_its_status_and_says_when_to_come_back_where_that_helps(
        string failure,
        int status,
        bool comeBack
    )
    {
        var told = ProviderProblem.Tell(
            new(Enum.Parse<ProviderFailure>(failure), retryAfter: TimeSpan.FromSeconds(3.2))
        );

        Assert.Equal(status, told.Status);
        Assert.Equal(comeBack, told.RetryAfter is not null);
        Assert.Equal(
            comeBack,
            told.Detail.EndsWith("Try again after 4 s.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void While_the_breaker_lets_one_call_try_there_is_no_time_to_name() =>
        Assert.Equal(
            "The provider has failed too often, and is left alone for a while.",
            ProviderProblem.Tell(new(ProviderFailure.CircuitOpen)).Detail
        );
}
