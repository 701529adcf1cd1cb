using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>
/// A regular expression as WireMock takes it: Java's, for the whole text, with a dot that also stands
/// for line ends. What Java reads in another way is translated or refused.
/// </summary>
internal sealed class JavaRegex
{
    /// <summary>Far beyond what a sound expression takes, even on a busy machine.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    private const int LongestPattern = 10_000;

    private readonly Regex _regex;

    /// <exception cref="StubFormatException">It is not supported, or no regular expression.</exception>
    public JavaRegex(string pattern, string pointer, bool ignoreCase = false)
    {
        if (pattern.Length > LongestPattern)
        {
            throw new StubFormatException(
                pointer,
                $"has {pattern.Length} characters; allowed: up to {LongestPattern}."
            );
        }
        var options = RegexOptions.Singleline | RegexOptions.CultureInvariant;
        options |= ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None;
        try
        {
            _regex = Create($@"\A(?:{JavaRegexTranslation.Of(pattern, pointer)})\z", options);
        }
        catch (ArgumentException e)
        {
            throw new StubFormatException(
                pointer,
                $"is no regular expression that is supported: {e.Message}"
            );
        }
    }

    /// <exception cref="RegexMatchTimeoutException">It took longer than a second.</exception>
    public bool IsMatch(string text) => _regex.IsMatch(text);

    private static Regex Create(string pattern, RegexOptions options)
    {
        try
        {
            // Linear in the text's length, whatever the expression.
            return new Regex(pattern, options | RegexOptions.NonBacktracking, TimeLimit);
        }
        catch (NotSupportedException)
        {
            // Back references and the like: that is what the time limit is for.
            return new Regex(pattern, options, TimeLimit);
        }
    }
}
