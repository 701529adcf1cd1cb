using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>
/// What a caller is told about the provider's failures. Unreachable is 503, since trying again may
/// help; rejected credentials are 502, since it won't until an operator acts.
/// </summary>
internal static class ProviderProblem
{
    public static ProblemHttpResult From(ProviderException e, HttpResponse response)
    {
        var detail = e.Message;
        if (e.Failure is ProviderFailure.RateLimited or ProviderFailure.CircuitOpen)
        {
            detail += PassOnRetryAfter(e.RetryAfter, response);
        }
        return TypedResults.Problem(
            detail,
            statusCode: StatusOf(e.Failure),
            extensions: new Dictionary<string, object?>
            {
                ["dependency"] = "provider",
                ["reason"] = e.Reason,
            }
        );
    }

    private static string PassOnRetryAfter(TimeSpan? retryAfter, HttpResponse response)
    {
        if (retryAfter is not { } wait)
        {
            return " It did not say when to try again.";
        }
        var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.Headers[HeaderNames.RetryAfter] = seconds;
        return $" Try again after {seconds} s.";
    }

    private static int StatusOf(ProviderFailure failure) =>
        failure switch
        {
            ProviderFailure.RateLimited or ProviderFailure.QuotaExhausted =>
                StatusCodes.Status429TooManyRequests,
            ProviderFailure.Unreachable or ProviderFailure.CircuitOpen =>
                StatusCodes.Status503ServiceUnavailable,
            ProviderFailure.TimedOut or ProviderFailure.StreamStalled =>
                StatusCodes.Status504GatewayTimeout,
            _ => StatusCodes.Status502BadGateway,
        };
}
