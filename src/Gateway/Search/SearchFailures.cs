using Microsoft.Data.Sqlite;

namespace Gateway;

/// <summary>What a caller is told, and the log, where the search's file can't be read or written.</summary>
internal sealed partial class SearchFailures(ILogger<SearchFailures> log)
{
    // A lock of another process is the likeliest to pass.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>The answer, or the problem that the file made of it.</summary>
    public async Task<IResult> UnlessAsync(HttpContext context, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (SqliteException e) when (StoreFault.Of(e) is { } fault)
        {
            LogFailure(fault.Cause);
            return Tell(fault.Failure).ToProblem(context.Response);
        }
    }

    private static TurnFailure Tell(StoreFailure failure) =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            failure is StoreFailure.Unavailable ? "search_unavailable" : "search_error",
            failure is StoreFailure.Unavailable
                ? "The documents cannot be reached."
                : "The search failed.",
            "search",
            RetryAfter
        );

    [LoggerMessage(LogLevel.Warning, "The search failed ({Cause})")]
    private partial void LogFailure(string cause);
}
