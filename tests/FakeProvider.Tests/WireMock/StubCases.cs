namespace GatewayBench.FakeProviderTests;

/// <summary>What both have to answer in the same way.</summary>
internal static class StubCases
{
    public static IReadOnlyList<StubCase> All { get; } =
    [.. UrlCases.All, .. BodyCases.All, .. JsonPathCases.All, .. AnswerCases.All];

    /// <summary>Text as a JSON string.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
