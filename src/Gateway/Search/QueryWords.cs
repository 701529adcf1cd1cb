using System.Globalization;
using System.Text;

namespace Gateway;

/// <summary>
/// The words of what somebody asks, each in quotes as an expression of FTS5, so that none of its
/// characters means anything to the index.
/// </summary>
internal static class QueryWords
{
    /// <summary>Words beyond are left out: each costs time.</summary>
    public const int MaxWords = 32;

    public static IReadOnlyList<string> Of(string query)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var word = new StringBuilder();
        foreach (var rune in query.EnumerateRunes())
        {
            // What FTS5's unicode61 takes for parts of words: letters, digits, and marks on letters.
            if (Rune.IsLetterOrDigit(rune) || IsMark(rune))
            {
                word.Append(rune);
                continue;
            }
            Take(word, words);
        }
        Take(word, words);
        return [.. words.Select(w => $"\"{w}\"")];
    }

    private static void Take(StringBuilder word, HashSet<string> words)
    {
        if (word.Length > 0 && words.Count < MaxWords)
        {
            words.Add(word.ToString());
        }
        word.Clear();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}
