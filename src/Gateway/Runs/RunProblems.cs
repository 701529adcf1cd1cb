using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway;

/// <summary>What a caller is told where a run can't be had.</summary>
internal static class RunProblems
{
    // Runs take seconds, so a place is seldom free any sooner.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static ProblemHttpResult NotFound(string id) =>
        TypedResults.Problem(
            $"There is no run '{Quoted.Truncate(id)}'.",
            statusCode: StatusCodes.Status404NotFound
        );

    public static ProblemHttpResult NoPlace(HttpContext context) =>
        Refusals.Of(
            context,
            StatusCodes.Status503ServiceUnavailable,
            "As many runs wait already as are allowed, or the gateway is stopping.",
            "run_queue",
            RetryAfter
        );

    /// <summary>For a run that another process has, or had when it lost the store.</summary>
    public static ProblemHttpResult Elsewhere(string id) =>
        TypedResults.Problem(
            $"The run '{Quoted.Truncate(id)}' is not in the hands of this gateway.",
            statusCode: StatusCodes.Status409Conflict
        );
}
