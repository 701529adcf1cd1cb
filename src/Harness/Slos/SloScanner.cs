using System.Globalization;

namespace GatewayBench;

/// <summary>Takes the text of an SLO apart, and says where it goes wrong.</summary>
internal sealed class SloScanner(string text)
{
    /// <summary>Where the next piece begins.</summary>
    public int Position { get; private set; }

    public bool AtEnd => Position == text.Length;

    public char Next => AtEnd ? '\0' : text[Position];

    public char AfterNext => Position + 1 < text.Length ? text[Position + 1] : '\0';

    public SloException Error(int position, string problem) => new(text, position, problem);

    public void SkipBlanks() => TakeWhile(char.IsWhiteSpace);

    public bool TryTake(char expected)
    {
        var found = Next == expected && !AtEnd;
        Position += found ? 1 : 0;
        return found;
    }

    /// <summary>Letters, digits, underscores and dashes, as many as follow.</summary>
    public string TakeWord() => TakeWhile(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    /// <summary>A number without a sign.</summary>
    public double TakeNumber(string what)
    {
        var start = Position;
        var digits = TakeWhile(c => char.IsAsciiDigit(c) || c == '.');
        return decimal.TryParse(
            digits,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? (double)number
            : throw Error(start, $"{what} belongs here");
    }

    /// <summary>What stands between quotes; two in a row stand for one.</summary>
    public string TakeQuoted()
    {
        var start = Position++;
        var name = "";
        do
        {
            name += TakeWhile(c => c != '"');
            if (!TryTake('"'))
            {
                throw Error(start, "the name has no end; allowed: a name between two quotes");
            }
        } while (TryTake('"') && (name += '"') is not null);
        return name.Length > 0 ? name : throw Error(start, "the name is empty");
    }

    public string TakeRest() => TakeWhile(_ => true).TrimEnd();

    public string TakeWhile(Func<char, bool> belongs)
    {
        var start = Position;
        while (!AtEnd && belongs(text[Position]))
        {
            Position++;
        }
        return text[start..Position];
    }
}
