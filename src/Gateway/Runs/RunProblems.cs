using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>What a caller is told where a run can't be had.</summary>
internal sealed class RunProblems(IOptions<RunOptions> options, LimitMetrics metrics)
{
    // Runs take seconds, so a place is seldom free any sooner.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static ProblemHttpResult NotFound(string id) =>
        TypedResults.Problem(
            $"There is no run '{Quoted.Truncate(id)}'.",
            statusCode: StatusCodes.Status404NotFound
        );

    public ProblemHttpResult NoPlace(RunPlace place, HttpContext context)
    {
        var (status, limit, why) =
            place is RunPlace.OwnerHasAll
                ? (
                    StatusCodes.Status429TooManyRequests,
                    "caller_run_queue",
                    $"{options.Value.MaxQueuedPerOwner} runs of caller '{Caller.Of(context)}' wait "
                        + "already, which is the limit."
                )
                : (
                    StatusCodes.Status503ServiceUnavailable,
                    "run_queue",
                    "As many runs wait already as are allowed, or the gateway is stopping."
                );
        metrics.Refused(limit);
        return Refusals.Of(context, status, why, limit, RetryAfter);
    }

    /// <summary>For a run that another process has, or had when it lost the store.</summary>
    public static ProblemHttpResult Elsewhere(string id) =>
        TypedResults.Problem(
            $"The run '{Quoted.Truncate(id)}' is not in the hands of this gateway.",
            statusCode: StatusCodes.Status409Conflict
        );
}
