namespace GatewayBench;

/// <summary>What users may give as the path of a request.</summary>
internal static class UrlPath
{
    public const string Allowed =
        "a path that begins with one slash, such as /health, with blanks and the like escaped (%20) "
        + "and without a fragment";

    public static bool IsOne(string text) =>
        text.StartsWith('/')
        && !text.StartsWith("//", StringComparison.Ordinal)
        && Uri.IsWellFormedUriString(text, UriKind.Relative);
}
