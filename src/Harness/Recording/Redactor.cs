using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>Makes foreign text fit for a report: one short line without secrets or control characters.</summary>
internal static partial class Redactor
{
    private const int MaxLength = 200;

    public static string Clean(string text)
    {
        // Cut first: a body can be megabytes. A secret at the cut is shorter, and still replaced.
        var line = text.Length > 4 * MaxLength ? text[..(4 * MaxLength)] : text;
        line = Unprintable().Replace(line, " ");
        line = WithoutSecrets(line);
        return line.Length > MaxLength ? line[..MaxLength] + "..." : line;
    }

    /// <summary>The text without keys, tokens, passwords and cookies, as far as their form tells them.</summary>
    public static string WithoutSecrets(string text) =>
        BareSecret()
            .Replace(
                NamedSecret()
                    .Replace(
                        Pair()
                            .Replace(
                                UrlPassword().Replace(text, "$1[redacted]@"),
                                "$1$2[redacted]"
                            ),
                        "$1[redacted]"
                    ),
                "[redacted]"
            );

    [GeneratedRegex(@"[\p{C}\s]+")]
    private static partial Regex Unprintable();

    /// <summary>What follows the user in an address; a port and a path are no password.</summary>
    [GeneratedRegex("""(://[^\s/:@"]*:)(?!\d+[/?#])[^\s"]*@""")]
    private static partial Regex UrlPassword();

    /// <summary>In a list of pairs parted by semicolons a password goes to the next one, whatever is in it.</summary>
    [GeneratedRegex(
        """((?:password|pwd)\s*=\s*)(?:"[^"]*"|'[^']*'|[^;"\r\n]*(?=;))|(;\s*(?:password|pwd)\s*=\s*)[^;"\r\n]+""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pair();

    [GeneratedRegex(
        """((?:key|token|password|passwd|pwd|secret|authorization|cookie)(?:\\*")?\s*[:=]\s*)(?:\\*"[^"\\]*|(?:(?:Bearer|Basic)\s+)?[^\s",;&}]+)""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NamedSecret();

    [GeneratedRegex(
        @"\b[A-Za-z0-9+/_-]{32,}\b|\b(?:sk|pk|key|ghp|xox[a-z])[-_][A-Za-z0-9_\-]{8,}|(?:Bearer|Basic)\s+[A-Za-z0-9._~+/\-]{8,}=*|\beyJ[\w-]+\.[\w-]+\.[\w-]*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BareSecret();
}
