using Dapper;
using GatewayBench.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gateway.Tests;

/// <summary>What each kind of database has its own way of failing in.</summary>
public sealed class OutageTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_SQLite_file_that_another_process_locks_ends_the_turn_after_a_while()
    {
        await using var store = TestStore.NewSqlite();
        await using var other = new SqliteConnection($"{store.Settings[1].Value};Pooling=False");
        using var agent = new ScriptedAgent
        {
            Thinking = async (message, _) =>
            {
                if (message == "Hi")
                {
                    await other.OpenAsync(Cancelled);
                    await other.ExecuteAsync("BEGIN IMMEDIATE");
                }
            },
        };
        await using var gateway = Start(store, agent, ("Store:BusySeconds", "1"));

        var e = await Assert.ThrowsAsync<StoreException>(() => RunAsync(gateway));

        Assert.Equal(StoreFailure.Unavailable, e.Failure);
        new PoolProbe(gateway).AssertNothingLeaked();
        await other.ExecuteAsync("ROLLBACK");
        Assert.Equal((0, 0, 0), await store.CountAsync());
        await RunAsync(gateway, "Again");
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    [Fact]
    public async Task PostgreSQL_that_ends_all_connections_while_the_agent_works_costs_no_turn()
    {
        await using var store = await TestStore.CreateAsync("postgres", server);
        using var agent = new ScriptedAgent
        {
            Thinking = (_, _) =>
                store.ExecuteAsync(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """
                ),
        };
        await using var gateway = Start(store, agent);

        await RunAsync(gateway);

        Assert.Equal((1, 1, 1), await store.CountAsync());
        new PoolProbe(gateway).AssertNothingLeaked();
    }

    [Fact]
    public async Task PostgreSQL_that_ends_the_connection_at_the_commit_keeps_nothing()
    {
        await using var store = await TestStore.CreateAsync("postgres", server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        _ = gateway.Services;
        await store.ExecuteAsync(
            """
            CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON turns
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION broken();
            """
        );

        var e = await Assert.ThrowsAsync<StoreException>(() => RunAsync(gateway));

        Assert.Equal(StoreFailure.Unavailable, e.Failure);
        new PoolProbe(gateway).AssertNothingLeaked();
        Assert.Equal((0, 0, 0), await store.CountAsync());
        await store.MendAppendsAsync();
        await RunAsync(gateway, "Again");
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_caller_who_leaves_while_PostgreSQL_works_on_the_turn_leaves_nothing()
    {
        await using var store = await TestStore.CreateAsync("postgres", server);
        await using var other = new NpgsqlConnection($"{store.Settings[1].Value};Pooling=False");
        using var agent = new ScriptedAgent
        {
            Thinking = async (message, _) =>
            {
                if (message == "Hi")
                {
                    await other.OpenAsync(Cancelled);
                    await other.ExecuteAsync("BEGIN; LOCK TABLE turns IN SHARE MODE");
                }
            },
        };
        await using var gateway = Start(store, agent);
        using var leave = new CancellationTokenSource();

        var turn = gateway
            .Services.GetRequiredService<TurnRunner>()
            .RunAsync(new("me", "a", "Hi"), leave.Token);
        while (
            await store.ReadAsync<long>(
                """
                SELECT COUNT(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                """
            ) == 0
        )
        {
            await Task.Yield();
        }
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        new PoolProbe(gateway).AssertNothingLeaked();
        await other.ExecuteAsync("ROLLBACK");
        Assert.Equal((0, 0, 0), await store.CountAsync());
        await RunAsync(gateway, "Again");
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task PostgreSQL_that_stops_while_the_agent_works_ends_the_turn_and_may_come_back()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var store = TestStore.NewPostgres(await cluster.CreateDatabaseAsync());
        using var agent = new ScriptedAgent
        {
            Thinking = (message, _) =>
                message == "Hi" ? cluster.StopServerAsync() : Task.CompletedTask,
        };
        await using var gateway = Start(store, agent);

        var ended = await Assert.ThrowsAsync<StoreException>(() => RunAsync(gateway));
        var refused = await Assert.ThrowsAsync<StoreException>(() => RunAsync(gateway, "Still?"));

        Assert.Equal(StoreFailure.Unavailable, ended.Failure);
        Assert.Equal(StoreFailure.Unavailable, refused.Failure);
        Assert.Single(agent.Asked);
        new PoolProbe(gateway).AssertNothingLeaked();
        await cluster.StartServerAsync();
        Assert.Equal((0, 0, 0), await store.CountAsync());
        await RunAsync(gateway, "Again");
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    private static TestGateway Start(
        TestStore store,
        ScriptedAgent agent,
        params (string, string)[] settings
    ) => new("http://127.0.0.1:1/v1", [.. store.Settings, .. settings]) { Agent = agent };

    private static Task<ChatResponse> RunAsync(TestGateway gateway, string message = "Hi") =>
        gateway
            .Services.GetRequiredService<TurnRunner>()
            .RunAsync(new("me", "a", message), Cancelled);
}
