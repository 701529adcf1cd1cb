using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gateway.Tests;

/// <summary>
/// A fresh store for one test, and a way past the gateway into it: to look, and to break it at the
/// point that the test is about.
/// </summary>
internal abstract class TestStore : IAsyncDisposable
{
    /// <summary>What tests of both kinds are run with.</summary>
    public static readonly TheoryData<string> Kinds = new("sqlite", "postgres");

    protected abstract string Kind { get; }

    protected abstract string ConnectionString { get; }

    /// <summary>What makes a gateway use it.</summary>
    public (string Key, string Value)[] Settings =>
        [("Store:Provider", Kind), ("Store:ConnectionString", ConnectionString)];

    public static TestStore NewSqlite() => new SqliteFile();

    public static async Task<TestStore> CreateAsync(string kind, PostgresServer server) =>
        kind == "sqlite" ? NewSqlite() : NewPostgres(await server.CreateDatabaseAsync());

    public static TestStore NewPostgres(string connectionString) =>
        new PostgresDatabase(connectionString);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = Connect();
        await connection.ExecuteAsync(sql);
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var connection = Connect();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    /// <summary>What is left of turns in all sessions: whole ones, or nothing.</summary>
    public async Task<(long Sessions, long Counted, long Turns)> CountAsync() =>
        (
            await ReadAsync<long>("SELECT COUNT(*) FROM sessions"),
            await ReadAsync<long>("SELECT COALESCE(SUM(turns), 0) FROM sessions"),
            await ReadAsync<long>("SELECT COUNT(*) FROM turns")
        );

    /// <summary>From now on, every reading of a session fails.</summary>
    public Task BreakReadsAsync() => ExecuteAsync("ALTER TABLE sessions RENAME TO sessions_away");

    public Task MendReadsAsync() => ExecuteAsync("ALTER TABLE sessions_away RENAME TO sessions");

    /// <summary>From now on, a turn fails to be stored after its session has been.</summary>
    public abstract Task BreakAppendsAsync();

    public abstract Task MendAppendsAsync();

    public abstract ValueTask DisposeAsync();

    protected abstract DbConnection Connect();

    private sealed class SqliteFile : TestStore
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("store-");

        protected override string Kind => "sqlite";

        protected override string ConnectionString =>
            $"Data Source={Path.Combine(_folder.FullName, "gateway.db")}";

        public override Task BreakAppendsAsync() =>
            ExecuteAsync(
                """
                CREATE TRIGGER broken BEFORE INSERT ON turns
                BEGIN SELECT RAISE(ABORT, 'broken'); END
                """
            );

        public override Task MendAppendsAsync() => ExecuteAsync("DROP TRIGGER broken");

        public override ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        protected override DbConnection Connect() =>
            new SqliteConnection($"{ConnectionString};Pooling=False");
    }

    private sealed class PostgresDatabase(string connectionString) : TestStore
    {
        protected override string Kind => "postgres";

        protected override string ConnectionString => connectionString;

        // The server's end of the connection dies in the middle of the transaction.
        public override Task BreakAppendsAsync() =>
            ExecuteAsync(
                """
                CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END';
                CREATE TRIGGER broken BEFORE INSERT ON turns
                    FOR EACH ROW EXECUTE FUNCTION broken();
                """
            );

        public override Task MendAppendsAsync() => ExecuteAsync("DROP TRIGGER broken ON turns");

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        protected override DbConnection Connect() =>
            new NpgsqlConnection($"{connectionString};Pooling=False");
    }
}
