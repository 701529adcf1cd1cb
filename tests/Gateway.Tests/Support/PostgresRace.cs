using GatewayBench.Support;
using Npgsql;

namespace Gateway.Tests;

/// <summary>A PostgreSQL store whose statements stop where a test wants them to.</summary>
internal sealed class PostgresRace : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private PostgresRace(TestStore store, NpgsqlConnection connection) =>
        (Store, _connection) = (store, connection);

    public TestStore Store { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<PostgresRace> BeginAsync(PostgresServer server, string? point = null)
    {
        var address = await server.CreateDatabaseAsync();
        var connection = new NpgsqlConnection($"{address};Pooling=False");
        await connection.OpenAsync(Cancelled);
        var race = new PostgresRace(TestStore.NewPostgres(address), connection);
        await using (var gateway = new TestGateway("http://127.0.0.1:1/v1", race.Store.Settings))
        {
            // Makes the tables.
            _ = gateway.Services;
        }
        if (point is not null)
        {
            await race.PauseAsync(point);
        }
        return race;
    }

    /// <summary>Has every statement of a kind wait, before it looks at any row.</summary>
    public Task PauseAsync(string point) =>
        ExecuteAsync(
            $"""
            SELECT pg_advisory_lock(1);
            CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NULL; END';
            CREATE TRIGGER pause {point} FOR EACH STATEMENT EXECUTE FUNCTION pause();
            """
        );

    public Task PausedAsync() => UntilAsync(() => false, blocked: 1);

    public Task GoOnAsync() => ExecuteAsync("SELECT pg_advisory_unlock(1)");

    /// <summary>Waits for something, or for so many connections that wait for a lock.</summary>
    public Task UntilAsync(Func<bool> happened, int blocked) =>
        Eventually.TrueAsync(() => happened() || CountBlocked() >= blocked);

    /// <summary>Begins something that has to wait for a transaction, and then commits that.</summary>
    public async Task<T> BehindAsync<T>(string sql, Func<Task<T>> begin)
    {
        await using var transaction = await _connection.BeginTransactionAsync(Cancelled);
        await ExecuteAsync(sql);
        var begun = begin();
        await UntilAsync(() => begun.IsCompleted, blocked: 1);
        await transaction.CommitAsync(Cancelled);
        return await begun;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private int CountBlocked()
    {
        using var count = new NpgsqlCommand(
            "SELECT count(DISTINCT pid)::int FROM pg_locks WHERE NOT granted",
            _connection
        );
        return (int)count.ExecuteScalar()!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
