using System.Globalization;
using System.Net;
using System.Text;

namespace GatewayBench;

/// <summary>Names and samples, which may hold anything, made fit for a page.</summary>
internal static class ForeignText
{
    /// <summary>For names in tables, headings and labels; the list of rows has them in full.</summary>
    public const int NameLength = 60;

    /// <summary>As text of HTML and of its attributes, without what neither may hold.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(Printable(text));

    /// <summary>Cut between what a reader sees as characters, never within one.</summary>
    public static string Shorten(string text, int length = NameLength)
    {
        if (text.Length <= length)
        {
            return text;
        }
        var starts = StringInfo.ParseCombiningCharacters(text);
        // A character of many marks is as wide as one, and may be as long as a page.
        var end = starts.TakeWhile(start => start < length).Last();
        return end == 0 ? "..." : text[..end] + "...";
    }

    /// <summary>
    /// A name in running text: isolated, so that writing from right to left, or signs that turn it,
    /// end with the name.
    /// </summary>
    public static Markup Name(string text) => Markup.Of($"<bdi>{Shorten(text)}</bdi>");

    /// <summary>Halves of characters, and control characters, are errors in HTML.</summary>
    private static string Printable(string text)
    {
        if (text.All(c => c is >= ' ' and < '\u007f'))
        {
            return text;
        }
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            printable.Append(
                (
                    Rune.IsControl(rune) ? new Rune(' ')
                    : IsNoCharacter(rune) ? Rune.ReplacementChar
                    : rune
                ).ToString()
            );
        }
        return printable.ToString();
    }

    private static bool IsNoCharacter(Rune rune) =>
        (rune.Value & 0xfffe) == 0xfffe || rune.Value is >= 0xfdd0 and <= 0xfdef;
}
