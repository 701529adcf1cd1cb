namespace GatewayBench.Cli;

/// <summary>What a project may be called: identifiers with dots between them.</summary>
internal static class ProjectName
{
    public const string Allowed =
        "words of letters, digits and _ that begin with no digit, with dots between, such as "
        + "Shop.LoadTests, and at most 100 characters";

    private const int MostCharacters = 100;

    public static bool IsOne(string name) =>
        name.Length <= MostCharacters && name.Split('.').All(IsIdentifier);

    /// <summary>The gateway's name with what is allowed in place of what isn't.</summary>
    public static string After(string gateway)
    {
        var parts = gateway
            .Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => string.Concat(part.Select(c => IsLetterOrDigit(c) ? c : '_')))
            .Select(part => IsIdentifier(part) ? part : $"_{part}");
        return $"{string.Join('.', parts)}.LoadTests";
    }

    private static bool IsIdentifier(string part) =>
        part.Length > 0 && !char.IsDigit(part[0]) && part.All(IsLetterOrDigit);

    private static bool IsLetterOrDigit(char c) => char.IsLetterOrDigit(c) || c == '_';
}
