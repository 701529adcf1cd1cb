namespace Gateway;

/// <summary>What a caller is told about the store's failures.</summary>
internal static class StoreProblem
{
    // Connections are held for milliseconds: whoever waited in vain may well succeed a second later.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public static TurnFailure Tell(StoreException e) =>
        e.IsOutage
            ? new(StatusOf(e.Failure), e.Reason, e.Message, "store", RetryAfter)
            : new(StatusOf(e.Failure), e.Reason, e.Message);

    /// <summary>The answer, or the problem that the store made of it.</summary>
    public static async Task<IResult> UnlessAsync(HttpContext context, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (StoreException e)
        {
            return Tell(e).ToProblem(context.Response);
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
