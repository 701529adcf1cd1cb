using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>What a caller is told about the store's failures.</summary>
internal static class StoreProblem
{
    // Connections are held for milliseconds: whoever waited in vain may well succeed a second later.
    private const string RetryAfterSeconds = "1";

    public static ProblemHttpResult From(StoreException e, HttpResponse response)
    {
        var extensions = new Dictionary<string, object?> { ["reason"] = e.Reason };
        if (e.IsOutage)
        {
            extensions["dependency"] = "store";
            response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
        }
        return TypedResults.Problem(
            e.Message,
            statusCode: StatusOf(e.Failure),
            extensions: extensions
        );
    }

    /// <summary>The answer, or the problem that the store made of it.</summary>
    public static async Task<IResult> UnlessAsync(HttpContext context, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (StoreException e)
        {
            return From(e, context.Response);
        }
    }

    private static int StatusOf(StoreFailure failure) =>
        failure switch
        {
            StoreFailure.SessionNotFound => StatusCodes.Status404NotFound,
            StoreFailure.SessionConflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
}
