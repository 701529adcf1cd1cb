using System.Text.RegularExpressions;

namespace Gateway;

/// <summary>One kind of text that must not leave in an answer.</summary>
internal sealed class GuardrailRule
{
    /// <summary>Longest match of a pattern in characters, and so the most that is ever held back.</summary>
    public const int MaxMatchChars = 512;

    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private readonly Func<ReadOnlySpan<char>, int> _confirm;

    /// <param name="name">Its name in metrics and in place of what it removes.</param>
    /// <param name="pattern">What <see cref="PatternParser"/> reads.</param>
    /// <param name="timeout">Time for one search; longer ones block the answer.</param>
    /// <param name="confirm">
    /// How many characters of a match, from its start, are a hit after all; 0 for none. Null takes
    /// all of it.
    /// </param>
    /// <exception cref="FormatException">The pattern is not allowed; the message says why.</exception>
    public GuardrailRule(
        string name,
        string pattern,
        TimeSpan timeout,
        Func<ReadOnlySpan<char>, int>? confirm = null
    )
    {
        Name = name;
        _confirm = confirm ?? (match => match.Length);
        Pattern = PatternParser.Parse(pattern);
        if (Pattern.Shortest == 0 || Pattern.Longest > MaxMatchChars)
        {
            throw new FormatException(
                $"it matches {Pattern.Shortest} to {Pattern.Longest} characters; allowed: 1 to {MaxMatchChars}"
            );
        }
        try
        {
            Whole = new Regex(Pattern.Whole, Options, timeout);
            Held = new Regex($@"(?:{Pattern.Cut}|{Pattern.Whole})\z", Options, timeout);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    public string Name { get; }

    public PatternNode Pattern { get; }

    /// <summary>Finds matches.</summary>
    public Regex Whole { get; }

    /// <summary>
    /// Finds where at a text's end a match begins that more text could complete or lengthen; the
    /// end itself if nowhere.
    /// </summary>
    public Regex Held { get; }

    public int Confirm(ReadOnlySpan<char> match) => _confirm(match);
}
