using System.Text;

namespace GatewayBench;

/// <summary>Where a parser stands in the text of a path, and its small words.</summary>
internal sealed class JsonPathScanner(string text, string pointer)
{
    private int _position;

    public bool IsAtEnd => _position == text.Length;

    public char Next => IsAtEnd ? '\0' : text[_position];

    public bool TryTake(string word)
    {
        if (!text.AsSpan(_position).StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }
        _position += word.Length;
        return true;
    }

    public bool TryTakeAfterSpace(string word)
    {
        SkipSpace();
        return TryTake(word);
    }

    public void Take(string word)
    {
        if (!TryTakeAfterSpace(word))
        {
            throw Unsupported($"'{word}' was expected");
        }
    }

    public void SkipSpace() => TakeWhile(static c => c == ' ');

    public string TakeWhile(Func<char, bool> belongs)
    {
        var start = _position;
        while (!IsAtEnd && belongs(text[_position]))
        {
            _position++;
        }
        return text[start.._position];
    }

    /// <summary>Up to an unescaped end mark, which is taken too. Of escapes only the mark's own and the
    /// backslash's are undone, and those only if asked for.</summary>
    public string TakeQuoted(char mark, bool undoEscapes)
    {
        var taken = new StringBuilder();
        Take(mark.ToString());
        while (!IsAtEnd && Next != mark)
        {
            var c = text[_position++];
            if (c == '\\' && !IsAtEnd)
            {
                var escaped = text[_position++];
                if (undoEscapes && escaped != mark && escaped != '\\')
                {
                    throw Unsupported($"the escape '\\{escaped}' is not supported");
                }
                taken.Append(undoEscapes ? "" : "\\").Append(escaped);
                continue;
            }
            taken.Append(c);
        }
        if (!TryTake(mark.ToString()))
        {
            throw Unsupported($"{mark} is never closed");
        }
        return taken.ToString();
    }

    public StubFormatException Unsupported(string problem) =>
        new(
            pointer,
            $"is '{text}': {problem} at character {_position + 1}; supported: {JsonPath.Supported}, "
                + $"and in filters @ and $ paths, literals, {string.Join(' ', JsonPathComparison.Operators)}, "
                + "&&, ||, ! and parentheses."
        );
}
