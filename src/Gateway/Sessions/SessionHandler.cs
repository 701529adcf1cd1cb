namespace Gateway;

/// <summary>Reads and deletes sessions for their owners.</summary>
internal sealed class SessionHandler(SessionReader reader, ISessionStore sessions)
{
    public Task<IResult> GetAsync(string id, HttpContext context) =>
        StoreProblem.UnlessAsync(
            context,
            async () =>
            {
                var errors = new Dictionary<string, string[]>();
                var after = PageQuery.Number(context.Request, "after", 0, long.MaxValue, 0, errors);
                var limit = PageQuery.Limit(context.Request, errors);
                if (errors.Count > 0)
                {
                    return Problems.Invalid(errors);
                }
                return
                    await reader.PageAsync(
                        Caller.Of(context),
                        id,
                        after,
                        limit,
                        context.RequestAborted
                    )
                        is { } page
                    ? TypedResults.Json(page, GatewayJsonContext.Default.SessionPage)
                    : throw new StoreException(StoreFailure.SessionNotFound);
            }
        );

    public Task<IResult> DeleteAsync(string id, HttpContext context) =>
        StoreProblem.UnlessAsync(
            context,
            async () =>
                await sessions.DeleteAsync(Caller.Of(context), id, context.RequestAborted)
                    ? TypedResults.NoContent()
                    : throw new StoreException(StoreFailure.SessionNotFound)
        );
}
