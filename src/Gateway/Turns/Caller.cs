namespace Gateway;

/// <summary>Who sent a request.</summary>
internal static class Caller
{
    /// <summary>Everybody, as long as callers need not say who they are.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>The name by which the caller owns sessions and runs, and has limits.</summary>
    public static string Of(HttpContext context) => context.User.Identity?.Name ?? Anonymous;
}
