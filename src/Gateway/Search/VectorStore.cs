using Dapper;

namespace Gateway;

/// <summary>Keeps the vectors of documents in the file and in memory.</summary>
internal sealed class VectorStore(SearchFile file, VectorIndex vectors)
{
    /// <returns>Documents without a vector whose number is larger than that one, by number.</returns>
    public IReadOnlyList<PendingDocument> Pending(long after, int count)
    {
        using var connection = file.Open();
        return connection
            .Query<PendingDocument>(
                """
                SELECT number, version, title, text FROM document
                WHERE number > @after AND number NOT IN (SELECT number FROM vector)
                ORDER BY number LIMIT @count
                """,
                new { after, count }
            )
            .AsList();
    }

    /// <summary>Gives a document its vector, unless it has changed since it was read.</summary>
    /// <returns>False if there is no room for it.</returns>
    public bool Keep(PendingDocument document, ReadOnlySpan<float> vector, string model)
    {
        var data = VectorBytes.Of(vector);
        lock (file.Writing)
        {
            using var connection = file.Open();
            using var transaction = connection.BeginTransaction();
            var kept = connection.Execute(
                """
                INSERT OR REPLACE INTO vector (number, model, data)
                SELECT number, @model, @data FROM document
                WHERE number = @Number AND version = @Version
                """,
                new
                {
                    document.Number,
                    document.Version,
                    model,
                    data,
                }
            );
            if (kept > 0 && !vectors.TryPut(document.Number, vector))
            {
                return false;
            }
            transaction.Commit();
            return true;
        }
    }

    /// <summary>Takes the vectors of that model into memory, and drops those of another.</summary>
    public void LoadVectors(string model)
    {
        lock (file.Writing)
        {
            using var connection = file.Open();
            connection.Execute("DELETE FROM vector WHERE model <> @model", new { model });
            foreach (
                var (number, data) in connection.Query<(long, byte[])>(
                    "SELECT number, data FROM vector",
                    buffered: false
                )
            )
            {
                vectors.TryPut(number, VectorBytes.Read(data));
            }
        }
    }
}
