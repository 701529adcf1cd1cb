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
        var detail = e.Message + When(e, response);
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

    /// <summary>When to try again, in words and in the header.</summary>
    private static string When(ProviderException e, HttpResponse response)
    {
        if (e.Failure is not (ProviderFailure.RateLimited or ProviderFailure.CircuitOpen))
        {
            return "";
        }
        if (e.RetryAfter is not { } wait)
        {
            return e.Failure is ProviderFailure.RateLimited
                ? " It did not say when to try again."
                : "";
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
