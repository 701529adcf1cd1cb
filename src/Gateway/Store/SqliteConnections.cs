using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Gateway;

/// <summary>
/// Connections to a SQLite file, kept open. The driver's own pool has no bound and tells nothing.
/// </summary>
internal sealed class SqliteConnections(string connectionString) : IConnectionSource
{
    // Readers don't wait for the writer. A crash of the process loses nothing that was committed,
    // one of the machine may lose the last transactions, and never tears one.
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";

    private readonly ConcurrentStack<SqliteConnection> _idle = [];

    public int? Idle => _idle.Count;

    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        new(_idle.TryPop(out var idle) ? idle : Open());

    public ValueTask ReturnAsync(DbConnection connection, bool sound)
    {
        if (sound)
        {
            _idle.Push((SqliteConnection)connection);
            return ValueTask.CompletedTask;
        }
        return connection.DisposeAsync();
    }

    public void CloseIdle()
    {
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
