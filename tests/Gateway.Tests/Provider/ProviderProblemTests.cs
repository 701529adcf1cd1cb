using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

public sealed class ProviderProblemTests
{
    [Theory]
    [InlineData(nameof(ProviderFailure.RateLimited), 429, "4")]
    [InlineData(nameof(ProviderFailure.QuotaExhausted), 429, null)]
    [InlineData(nameof(ProviderFailure.CircuitOpen), 503, "4")]
    [InlineData(nameof(ProviderFailure.Unreachable), 503, null)]
    [InlineData(nameof(ProviderFailure.CredentialsRejected), 502, null)]
    [InlineData(nameof(ProviderFailure.StreamFailed), 502, null)]
    [InlineData(nameof(ProviderFailure.StreamCut), 502, null)]
    [InlineData(nameof(ProviderFailure.StreamStalled), 504, null)]
    public void A_failure_has_its_status_and_says_when_to_come_back_where_that_helps(
        string failure,
        int status,
        string? retryAfter
    )
    {
        var response = new DefaultHttpContext().Response;

        var problem = ProviderProblem.From(
            new(Enum.Parse<ProviderFailure>(failure), retryAfter: TimeSpan.FromSeconds(3.2)),
            response
        );

        Assert.Equal(status, problem.StatusCode);
        Assert.Equal(retryAfter, response.Headers.RetryAfter.FirstOrDefault());
        Assert.Equal(
            retryAfter is not null,
            problem.ProblemDetails.Detail!.EndsWith(
                "Try again after 4 s.",
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void While_the_breaker_lets_one_call_try_there_is_no_time_to_name()
    {
        var problem = ProviderProblem.From(
            new(ProviderFailure.CircuitOpen),
            new DefaultHttpContext().Response
        );

        Assert.Equal(
            "The provider has failed too often, and is left alone for a while.",
            problem.ProblemDetails.Detail
        );
    }
}
