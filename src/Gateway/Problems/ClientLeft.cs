namespace Gateway;

/// <summary>The end of a request whose client is gone: a status for the metrics, and nobody reads it.</summary>
internal static class ClientLeft
{
    public static IResult Result(HttpContext context) =>
        context.Response.HasStarted
            ? TypedResults.Empty
            : TypedResults.StatusCode(StatusCodes.Status499ClientClosedRequest);
}
