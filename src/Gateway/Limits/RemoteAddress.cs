namespace Gateway;

/// <summary>Where a request came from, for limits of callers that have no name.</summary>
internal static class RemoteAddress
{
    /// <returns>The peer's address; that of a proxy where there is one in front.</returns>
    public static string Of(HttpContext context) =>
        context.Connection.RemoteIpAddress?.ToString() ?? "nowhere";
}
