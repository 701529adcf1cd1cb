using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// The SQLite file of the search: the configured one, or one in a folder of its own that only this
/// user may read, which goes when the gateway does. A file, not memory, because readers of SQLite's
/// shared memory wait for writers.
/// </summary>
internal sealed class SearchFile : IDisposable
{
    private readonly string _connectionString;
    private readonly DirectoryInfo? _folder;

    /// <summary>SQLite has one writer at a time; who holds this need not try again.</summary>
    public Lock Writing { get; } = new();

    public SearchFile(IOptions<SearchOptions> options)
    {
        var path = options.Value.Database;
        if (path.Length == 0)
        {
            _folder = Directory.CreateTempSubdirectory("gateway-search-");
            path = Path.Combine(_folder.FullName, "documents.db");
        }
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        using var connection = Open();
        using var schema = connection.CreateCommand();
        schema.CommandText = SearchSchema.Sql;
        schema.ExecuteNonQuery();
    }

    /// <returns>A connection from the pool, to be disposed of.</returns>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }
        _folder?.Delete(recursive: true);
    }
}
