using Dapper;
using Microsoft.Data.Sqlite;

namespace Gateway;

/// <summary>
/// Chooses the words of a query that an index of many documents can afford: BM25 has to look at every
/// document that has one, and words that most documents have tell them hardly apart.
/// </summary>
internal static class WordChoice
{
    /// <summary>Documents that all chosen words may have together, one by one.</summary>
    public const int MaxMatches = 20_000;

    /// <returns>The rarest, as many as stay within the limit; at least one that any document has.</returns>
    public static IReadOnlyList<string> Of(SqliteConnection connection, IReadOnlyList<string> words)
    {
        var chosen = new List<string>();
        var total = 0;
        foreach (var (word, matches) in Counted(connection, words).OrderBy(entry => entry.Matches))
        {
            total += matches;
            if (total > MaxMatches && chosen.Count > 0)
            {
                break;
            }
            chosen.Add(word);
        }
        return chosen;
    }

    private static IEnumerable<(string Word, int Matches)> Counted(
        SqliteConnection connection,
        IReadOnlyList<string> words
    ) =>
        words
            .Select(word =>
                (
                    word,
                    connection.ExecuteScalar<int>(
                        "SELECT count(*) FROM (SELECT 1 FROM word WHERE word MATCH @word LIMIT @limit)",
                        new { word, limit = MaxMatches + 1 }
                    )
                )
            )
            .Where(entry => entry.Item2 > 0);
}
