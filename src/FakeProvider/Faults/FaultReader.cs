namespace GatewayBench;

/// <summary>Goes through the text of a fault; what it can't read it names with its position.</summary>
internal sealed class FaultReader(string text)
{
    private int _at;

    public delegate bool TryParse<T>(string token, out T value);

    /// <summary>Skips a character and the spaces after it, if it comes next.</summary>
    public bool TrySkip(char character)
    {
        if (_at == text.Length || text[_at] != character)
        {
            return false;
        }
        do
        {
            _at++;
        } while (_at < text.Length && text[_at] == ' ');
        return true;
    }

    public void Skip(char character)
    {
        if (!TrySkip(character))
        {
            throw Unexpected(_at, text[_at..], $"'{character}'");
        }
    }

    /// <summary>Reads up to one of some characters, or to the end.</summary>
    public T Read<T>(string ends, TryParse<T> tryParse, string allowed)
    {
        var start = _at;
        var length = text.AsSpan(start).IndexOfAny(ends);
        var token = (length < 0 ? text[start..] : text.Substring(start, length)).TrimEnd();
        if (!tryParse(token, out var value))
        {
            throw Unexpected(start, token, allowed);
        }
        _at = length < 0 ? text.Length : start + length;
        return value;
    }

    public void End(string allowed)
    {
        if (_at < text.Length)
        {
            throw Unexpected(_at, text[_at..], allowed);
        }
    }

    private FormatException Unexpected(int at, string found, string allowed) =>
        new(
            FormattableString.Invariant(
                $"Fault '{text}' has '{found}' at position {at + 1}; allowed: {allowed}."
            )
        );
}
