using System.Globalization;

namespace Gateway;

/// <summary>
/// Reads a guardrail's pattern: the part of .NET's regular expressions whose matches have a longest
/// length and can be recognised before they are whole. That is characters, escapes, classes, groups,
/// alternatives, <c>?</c>, <c>{n}</c>, <c>{n,m}</c>, <c>\b</c> and <c>\B</c>.
/// </summary>
internal sealed class PatternParser
{
    private const int MaxRepeats = 1_000;
    private const int MaxDepth = 16;

    private readonly string _pattern;
    private int _at;
    private int _depth;

    private PatternParser(string pattern) => _pattern = pattern;

    /// <exception cref="FormatException">It is no such pattern; the message says where and why.</exception>
    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var node = parser.Alternatives();
        return parser._at == pattern.Length ? node : throw parser.Refused("a '(' before it");
    }

    private PatternNode Alternatives()
    {
        if (++_depth > MaxDepth)
        {
            throw Refused($"at most {MaxDepth} groups in one another");
        }
        var node = Sequence();
        while (Skip("|"))
        {
            node = node.Or(Sequence());
        }
        _depth--;
        return node;
    }

    private PatternNode Sequence()
    {
        var parts = new List<PatternNode>();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            parts.Add(Repeated(Part()));
        }
        return Enumerable
                .Reverse(parts)
                .Aggregate(
                    (PatternNode?)null,
                    (rest, part) => rest is null ? part : part.Then(rest)
                )
            ?? PatternNode.Empty;
    }

    private PatternNode Part()
    {
        var start = _at;
        switch (_pattern[_at])
        {
            case '(':
                return Group();
            case '[':
                Class();
                return PatternNode.Character(_pattern[start.._at]);
            case '\\':
                return Escape();
            case '.':
                _at++;
                return PatternNode.Character(".");
            case '^' or '$':
                throw Refused("no '^' and '$': an answer comes in pieces");
            case '*' or '+' or '?' or '{' or '}':
                throw Refused("a backslash before a character that is meant literally");
            case var literal:
                _at++;
                // Some characters, such as '#', mean more where spaces are ignored: they never are.
                return PatternNode.Character(literal.ToString());
        }
    }

    private PatternNode Group()
    {
        _at++;
        if (!Skip("?:") && _at < _pattern.Length && _pattern[_at] == '?')
        {
            throw Refused("only the groups (...) and (?:...)");
        }
        var node = Alternatives();
        if (!Skip(")"))
        {
            throw Refused("a ')'");
        }
        return node with { Whole = $"(?:{node.Whole})" };
    }

    private void Class()
    {
        _at++;
        Skip("^");
        // The first character may be a bracket that is meant literally.
        for (var first = true; ; first = false)
        {
            if (_at >= _pattern.Length)
            {
                throw Refused("a ']'");
            }
            var c = _pattern[_at++];
            if (c == ']' && !first)
            {
                return;
            }
            if (c == '\\')
            {
                _at++;
            }
            if (c == '[')
            {
                _at--;
                throw Refused("a backslash before a '[' inside a class");
            }
        }
    }

    private PatternNode Escape()
    {
        var start = _at++;
        if (_at >= _pattern.Length)
        {
            throw Refused("a character after the backslash");
        }
        var c = _pattern[_at++];
        if (c is 'b' or 'B')
        {
            return PatternNode.Place(_pattern[start.._at]);
        }
        if (
            char.IsAsciiLetterOrDigit(c)
            && c is not ('d' or 'D' or 'w' or 'W' or 's' or 'S' or 't' or 'n' or 'r')
        )
        {
            _at = start;
            throw Refused(
                @"of the escapes with a letter or digit only \d \D \w \W \s \S \t \n \r \b \B"
            );
        }
        return PatternNode.Character(_pattern[start.._at]);
    }

    private PatternNode Repeated(PatternNode part)
    {
        if (Skip("?"))
        {
            return part.Repeat(0, 1, Skip("?"));
        }
        if (_at < _pattern.Length && _pattern[_at] is '*' or '+')
        {
            throw Refused("a highest number, such as {1,64}");
        }
        if (!Skip("{"))
        {
            return part;
        }
        var min = Number();
        var max = Skip(",") ? Number() : min;
        if (!Skip("}") || max < min || max == 0)
        {
            throw Refused("{n} or {n,m} with m from n and from 1");
        }
        return part.Repeat(min, max, Skip("?"));
    }

    private int Number()
    {
        var start = _at;
        while (_at < _pattern.Length && char.IsAsciiDigit(_pattern[_at]))
        {
            _at++;
        }
        return
            int.TryParse(
                _pattern.AsSpan(start, _at - start),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number <= MaxRepeats
            ? number
            : throw Refused($"a number up to {MaxRepeats}");
    }

    private bool Skip(string text)
    {
        if (string.CompareOrdinal(_pattern, _at, text, 0, text.Length) != 0)
        {
            return false;
        }
        _at += text.Length;
        return true;
    }

    private FormatException Refused(string allowed) =>
        new(
            _at < _pattern.Length
                ? $"at character {_at + 1} is '{_pattern[_at]}'; allowed: {allowed}"
                : $"it ends too early; allowed: {allowed}"
        );
}
