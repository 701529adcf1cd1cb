using System.Globalization;

namespace GatewayBench;

/// <summary>Takes the text of a delay apart, and says where it goes wrong.</summary>
internal sealed class DelayScanner(string text)
{
    private const int MostShown = 40;

    /// <summary>What comes next, spaces skipped.</summary>
    public int Position
    {
        get
        {
            while (field < text.Length && char.IsWhiteSpace(text[field]))
            {
                field++;
            }
            return field;
        }
        private set;
    }

    /// <summary>Whether a path is read back from <c>file(path)</c> as it is.</summary>
    public static bool CanHold(string path) =>
        path.Length > 0 && path.Trim() == path && ClosingParenthesis(path + ")", 0) == path.Length;

    public bool AtEnd => Position == text.Length;

    public bool AtDigit => !AtEnd && char.IsAsciiDigit(text[Position]);

    public bool TryTake(char expected)
    {
        var found = !AtEnd && text[Position] == expected;
        if (found)
        {
            Position++;
        }
        return found;
    }

    public void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw Error(Position, $"'{expected}'");
        }
    }

    public void Take(string word)
    {
        var start = Position;
        if (TakeWord() != word)
        {
            throw Error(start, $"'{word}'");
        }
    }

    /// <summary>Letters, digits, points and dashes, as many as follow.</summary>
    public string TakeWord()
    {
        var start = Position;
        var end = start;
        while (
            end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.')
        )
        {
            end++;
        }
        Position = end;
        return text[start..end];
    }

    public TimeSpan TakeDuration()
    {
        var start = Position;
        return Duration.TryParse(TakeWord(), out var duration)
            ? duration
            : throw Error(start, Duration.Allowed);
    }

    public decimal TakeNumber()
    {
        var start = Position;
        return decimal.TryParse(
            TakeWord(),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw Error(start, "a number such as 50 or 99.9");
    }

    /// <summary>All up to the closing parenthesis, which stays; those within must match.</summary>
    public string TakePath()
    {
        var start = Position;
        var end = ClosingParenthesis(text, start);
        if (end == start || end == text.Length)
        {
            throw Error(start, "a path and ')'");
        }
        Position = end;
        return text[start..end].TrimEnd();
    }

    public FormatException Error(int start, string allowed)
    {
        var found = start >= text.Length ? "the end" : $"'{Shortened(text[start..])}'";
        return Error(start, $"is {found}", allowed);
    }

    public FormatException Error(int start, Exception cause) =>
        new($"{Prefix(start)}: {cause.Message}", cause);

    private FormatException Error(int start, string what, string allowed) =>
        new($"{Prefix(start)} {what}; allowed: {allowed}.");

    private string Prefix(int start) =>
        $"'{Shortened(text)}' is not a delay: at character {start + 1}";

    private static string Shortened(string text) =>
        text.Length <= MostShown ? text : text[..MostShown] + "...";

    private static int ClosingParenthesis(string text, int start)
    {
        var open = 0;
        for (var i = start; i < text.Length; i++)
        {
            open += text[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (open < 0)
            {
                return i;
            }
        }
        return text.Length;
    }
}
