using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>Tells by its name which configuration key holds a secret.</summary>
internal static partial class SecretKey
{
    /// <param name="key">Its segments are parted by <c>:</c> or <c>__</c>; any of them may tell.</param>
    public static bool Is(string key) =>
        key.Replace("__", ":", StringComparison.Ordinal)
            .Split(':')
            .Any(segment => Telling().IsMatch(Separators().Replace(segment, "")));

    [GeneratedRegex("[_. -]")]
    private static partial Regex Separators();

    /// <summary>Numbers of tokens, as in MaxTokens and TokensPerMinute, are no secret.</summary>
    [GeneratedRegex(
        @"passw|pwd|passphrase|secret|credential|connectionstring|authorization|cookie|bearer|(?:api|access|private|account|signing|shared)key|(?<!max|reply|prompt|input|output)token(?!iz|s?(?:per|limit|gap|seconds|minutes|hours|lifetime))|(?:key|hash|salt)(?:e?s)?\d*$|^(?:pass|pw|dsn)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Telling();
}
