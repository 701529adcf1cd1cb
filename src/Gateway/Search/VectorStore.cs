using Dapper;
using Microsoft.Data.Sqlite;

namespace Gateway;

/// <summary>Keeps the vectors of documents in the file and in memory.</summary>
internal sealed class VectorStore(SearchFile file, VectorIndex vectors)
{
    /// <summary>Whether there is room for one more.</summary>
    public bool HasRoom => vectors.HasRoom;

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

    /// <summary>
    /// Gives documents their vectors in one transaction, except to those that have changed since they
    /// were read, as long as there is room.
    /// </summary>
    /// <param name="documents">The documents.</param>
    /// <param name="embedded">A vector for each.</param>
    /// <param name="model">Whose vectors they are.</param>
    /// <returns>Those whose vector can't be compared with the others.</returns>
    public IReadOnlyList<PendingDocument> Keep(
        IReadOnlyList<PendingDocument> documents,
        IReadOnlyList<ReadOnlyMemory<float>> embedded,
        string model
    )
    {
        var refused = new List<PendingDocument>();
        lock (file.Writing)
        {
            using var connection = file.Open();
            using var transaction = connection.BeginTransaction();
            using var insert = new VectorInsert(connection, model);
            for (var i = 0; i < documents.Count; i++)
            {
                var document = documents[i];
                if (!vectors.IsComparable(embedded[i].Span))
                {
                    refused.Add(document);
                    continue;
                }
                if (!vectors.TryPut(document.Number, embedded[i].Span))
                {
                    break;
                }
                if (!insert.TryExecute(document, embedded[i].Span))
                {
                    vectors.Remove([document.Number]);
                }
            }
            transaction.Commit();
        }
        return refused;
    }

    /// <summary>
    /// Takes the vectors of that model into memory, and drops those of another, and those of another
    /// length than most.
    /// </summary>
    public void LoadVectors(string model)
    {
        lock (file.Writing)
        {
            using var connection = file.Open();
            connection.Execute("DELETE FROM vector WHERE model <> @model", new { model });
            connection.Execute(
                """
                DELETE FROM vector WHERE length(data) <>
                    (SELECT length(data) FROM vector GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
                """
            );
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

    /// <summary>One statement, prepared once, for many vectors.</summary>
    private sealed class VectorInsert : IDisposable
    {
        private readonly SqliteCommand _command;
        private readonly SqliteParameter _number;
        private readonly SqliteParameter _version;
        private readonly SqliteParameter _data;

        public VectorInsert(SqliteConnection connection, string model)
        {
            _command = connection.CreateCommand();
            _command.CommandText = """
                INSERT OR REPLACE INTO vector (number, model, data)
                SELECT number, @model, @data FROM document
                WHERE number = @number AND version = @version
                """;
            _number = _command.Parameters.Add("@number", SqliteType.Integer);
            _version = _command.Parameters.Add("@version", SqliteType.Integer);
            _data = _command.Parameters.Add("@data", SqliteType.Blob);
            _command.Parameters.AddWithValue("@model", model);
        }

        /// <returns>False if there is no such document any more.</returns>
        public bool TryExecute(PendingDocument document, ReadOnlySpan<float> vector)
        {
            (_number.Value, _version.Value) = (document.Number, document.Version);
            _data.Value = VectorBytes.Of(vector);
            return _command.ExecuteNonQuery() > 0;
        }

        public void Dispose() => _command.Dispose();
    }
}
