using System.Text;

namespace GatewayBench;

/// <summary>
/// From Java's regular expressions to .NET's, where both read the same text in different ways without
/// an error: the shorthands are ASCII in Java, and its character classes nest.
/// </summary>
internal static class JavaRegexTranslation
{
    private const string Digits = "0-9";
    private const string Word = "a-zA-Z0-9_";
    private const string Space = @" \t\n\x0B\f\r";

    public static string Of(string pattern, string pointer)
    {
        var translated = new StringBuilder(pattern.Length);
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                translated.Append(Escape(pattern[++i], isInClass, pointer));
                continue;
            }
            if (isInClass && (c == '[' || (c == '&' && pattern.AsSpan(i).StartsWith("&&"))))
            {
                throw new StubFormatException(
                    pointer,
                    $"has '{(c == '[' ? "[" : "&&")}' in a character class; supported there: "
                        + "characters, ranges and escapes (a literal one needs a backslash)."
                );
            }
            if (c == '[' && !isInClass)
            {
                isInClass = true;
                translated.Append(c);
                if (pattern.AsSpan(i + 1).StartsWith("^"))
                {
                    translated.Append(pattern[++i]);
                }
                continue;
            }
            isInClass &= c != ']';
            translated.Append(c);
        }
        return translated.ToString();
    }

    private static string Escape(char c, bool isInClass, string pointer) =>
        (c, isInClass) switch
        {
            ('d', true) => Digits,
            ('w', true) => Word,
            ('s', true) => Space,
            ('d', _) => $"[{Digits}]",
            ('w', _) => $"[{Word}]",
            ('s', _) => $"[{Space}]",
            ('D', false) => $"[^{Digits}]",
            ('W', false) => $"[^{Word}]",
            ('S', false) => $"[^{Space}]",
            ('D' or 'W' or 'S' or 'b', true) => throw Unsupported(
                c,
                " in a character class",
                pointer
            ),
            ('Q' or 'E' or 'h' or 'H' or 'R' or 'X' or 'V' or 'N', _) => throw Unsupported(
                c,
                "",
                pointer
            ),
            _ => $"\\{c}",
        };

    private static StubFormatException Unsupported(char c, string where, string pointer) =>
        new(pointer, $"has '\\{c}'{where}, which is not supported.");
}
