using System.Text;

namespace Gateway;

/// <summary>
/// Turns what somebody asks into an expression of FTS5: any of its words, each in quotes, so that none
/// of its characters means anything to the index.
/// </summary>
internal static class QueryWords
{
    /// <summary>Words beyond are left out: each costs time.</summary>
    public const int MaxWords = 32;

    /// <returns>Null if there is no word in it.</returns>
    public static string? Of(string query)
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
        return words.Count == 0 ? null : string.Join(" OR ", words.Select(w => $"\"{w}\""));
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
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
