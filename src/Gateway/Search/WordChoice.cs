using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Gateway;

/// <summary>
/// Chooses the words of a query that an index of many documents can afford: BM25 has to look at every
/// document that has one, and words that most documents have tell them hardly apart.
/// </summary>
internal sealed class WordChoice
{
    /// <summary>Documents that all chosen words may have together, one by one.</summary>
    public const int MaxMatches = 20_000;

    /// <summary>A word with no more of them costs nothing worth saving.</summary>
    public const int FewMatches = 100;

    // So many words are in half of all documents in no language: they are somebody's experiment.
    private const int MaxCommon = 10_000;

    // Those that were counted in more than half of the documents. To count them is what costs.
    private volatile ConcurrentDictionary<string, int> _common = [];

    /// <summary>To be called when documents have changed.</summary>
    public void Forget() => _common = [];

    /// <param name="connection">To the index.</param>
    /// <param name="words">As expressions of FTS5.</param>
    /// <param name="documents">How many documents there are.</param>
    /// <returns>
    /// The rarest, as many as stay within the limit, without those that more than half of the documents
    /// have; at least one that any document has. BM25 gives a word of more than half next to no weight.
    /// </returns>
    public IReadOnlyList<string> Of(
        SqliteConnection connection,
        IReadOnlyList<string> words,
        long documents
    )
    {
        var common = _common;
        var chosen = new List<string>();
        var total = 0;
        foreach (
            var (word, matches) in words
                .Select(word => (Word: word, Matches: Count(word)))
                .Where(entry => entry.Matches > 0)
                .OrderBy(entry => entry.Matches)
        )
        {
            total += matches;
            if (chosen.Count > 0 && (total > MaxMatches || IsCommon(matches)))
            {
                break;
            }
            chosen.Add(word);
        }
        return chosen;

        bool IsCommon(int matches) => matches > FewMatches && matches > documents / 2;

        int Count(string word)
        {
            if (common.TryGetValue(word, out var known))
            {
                return known;
            }
            var counted = CountIn(connection, word);
            if (IsCommon(counted) && common.Count < MaxCommon)
            {
                common[word] = counted;
            }
            return counted;
        }
    }

    private static int CountIn(SqliteConnection connection, string word) =>
        connection.ExecuteScalar<int>(
            "SELECT count(*) FROM (SELECT 1 FROM word WHERE word MATCH @word LIMIT @limit)",
            new { word, limit = MaxMatches + 1 }
        );
}
