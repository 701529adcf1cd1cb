using Dapper;
using Microsoft.Data.Sqlite;

namespace Gateway;

/// <summary>The documents and their full-text index (SQLite FTS5).</summary>
internal sealed class DocumentIndex(SearchFile file, VectorIndex vectors)
{
    private readonly WordChoice _choice = new();
    private long _count = CountIn(file);

    /// <summary>How many documents there are.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>
    /// Puts documents into the index, all or none; a document takes the place of one with its id.
    /// </summary>
    /// <returns>How many are new or other than before.</returns>
    /// <exception cref="DocumentException">Reading them found one that is none.</exception>
    public int Put(IEnumerable<Document> documents)
    {
        lock (file.Writing)
        {
            using var connection = file.Open();
            using var transaction = connection.BeginTransaction();
            var changed = Insert(connection, documents);
            transaction.Commit();
            vectors.Remove(changed);
            Volatile.Write(ref _count, CountIn(connection));
            _choice.Forget();
            return changed.Count;
        }
    }

    /// <returns>Numbers of documents that have any of the words, by falling BM25.</returns>
    public IReadOnlyList<long> Match(IReadOnlyList<string> words, int count)
    {
        using var connection = file.Open();
        var chosen = _choice.Of(connection, words, Count);
        return chosen.Count == 0
            ? []
            : connection
                .Query<long>(
                    "SELECT rowid FROM word WHERE word MATCH @words ORDER BY rank LIMIT @count",
                    new { words = string.Join(" OR ", chosen), count }
                )
                .AsList();
    }

    /// <returns>The documents with these numbers, in their order; those that are gone are left out.</returns>
    public IReadOnlyList<FoundDocument> Fetch(IReadOnlyList<(long Number, double Score)> ranked)
    {
        using var connection = file.Open();
        var byNumber = connection
            .Query<(long Number, string Id, string Title, string Text)>(
                "SELECT number, id, title, text FROM document WHERE number IN @numbers",
                new { numbers = ranked.Select(entry => entry.Number) }
            )
            .ToDictionary(row => row.Number);
        var found = new List<FoundDocument>();
        foreach (var (number, score) in ranked)
        {
            if (byNumber.TryGetValue(number, out var row))
            {
                found.Add(new(row.Id, row.Title, row.Text, score));
            }
        }
        return found;
    }

    private static List<long> Insert(SqliteConnection connection, IEnumerable<Document> documents)
    {
        var changed = new List<long>();
        using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO document (id, title, text) VALUES (@id, @title, @text)
            ON CONFLICT (id) DO UPDATE
            SET title = excluded.title, text = excluded.text, version = version + 1
            WHERE title <> excluded.title OR text <> excluded.text
            RETURNING number
            """;
        var id = insert.Parameters.Add("@id", SqliteType.Text);
        var title = insert.Parameters.Add("@title", SqliteType.Text);
        var text = insert.Parameters.Add("@text", SqliteType.Text);
        foreach (var document in documents)
        {
            (id.Value, title.Value, text.Value) = (document.Id, document.Title, document.Text);
            // Nothing comes back for one that was there as it is.
            if (insert.ExecuteScalar() is long number)
            {
                changed.Add(number);
            }
        }
        return changed;
    }

    private static long CountIn(SearchFile file)
    {
        using var connection = file.Open();
        return CountIn(connection);
    }

    private static long CountIn(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM document");
}
