using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>What a caller is told where a run can't be had.</summary>
internal static class RunProblems
{
    // Runs take seconds, so a place is seldom free any sooner.
    private const string RetryAfterSeconds = "5";

    public static ProblemHttpResult NotFound(string id) =>
        TypedResults.Problem(
            $"There is no run '{Quoted.Truncate(id)}'.",
            statusCode: StatusCodes.Status404NotFound
        );

    public static ProblemHttpResult NoPlace(HttpResponse response)
    {
        response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
        return TypedResults.Problem(
            "As many runs wait already as are allowed, or the gateway is stopping. "
                + $"Try again after {RetryAfterSeconds} s.",
            statusCode: StatusCodes.Status503ServiceUnavailable,
            extensions: new Dictionary<string, object?> { ["reason"] = "run_queue_full" }
        );
    }

    /// <summary>For a run that another process has, or had when it lost the store.</summary>
    public static ProblemHttpResult Elsewhere(string id) =>
        TypedResults.Problem(
            $"The run '{Quoted.Truncate(id)}' is not in the hands of this gateway.",
            statusCode: StatusCodes.Status409Conflict
        );
}
