namespace Gateway.Tests;

public sealed class PoolMetricsTests(PostgresServer server)
{
    private const string Pool = "db_client_connection_pool_name";
    private const string State = "db_client_connection_state";

    [Fact]
    public async Task A_turn_on_SQLite_reads_once_and_writes_once()
    {
        await using var store = TestStore.NewSqlite();

        var before = await MeasureAsync(store, chats: 0);
        var after = await MeasureAsync(store, chats: 3);

        Assert.Equal(3, Waits(after, "sqlite-readers") - Waits(before, "sqlite-readers"));
        Assert.Equal(3, Waits(after, "sqlite-writer") - Waits(before, "sqlite-writer"));
        Assert.Equal(16, after.Value("db_client_connection_max", (Pool, "sqlite-readers")));
        Assert.Equal(1, after.Value("db_client_connection_max", (Pool, "sqlite-writer")));
        foreach (var pool in new[] { "sqlite-readers", "sqlite-writer" })
        {
            Assert.Equal(0, Count(after, pool, "used"));
            Assert.Equal(1, Count(after, pool, "idle"));
        }
    }

    [Fact]
    public async Task A_SQLite_store_tells_what_it_takes()
    {
        await using var store = TestStore.NewSqlite();

        var before = await MeasureAsync(store, chats: 0);
        var after = await MeasureAsync(store, chats: 30);

        Assert.True(before.Value("gateway_store_size_bytes") > 0);
        Assert.True(
            after.Value("gateway_store_size_bytes") > before.Value("gateway_store_size_bytes")
        );
    }

    [Fact]
    public async Task A_turn_on_PostgreSQL_reads_once_and_writes_once()
    {
        await using var store = await TestStore.CreateAsync("postgres", server);

        var before = await MeasureAsync(store, chats: 0);
        var after = await MeasureAsync(store, chats: 3);

        Assert.Equal(6, Waits(after, "postgres") - Waits(before, "postgres"));
        Assert.Equal(16, after.Value("db_client_connection_max", (Pool, "postgres")));
        Assert.Equal(0, Count(after, "postgres", "used"));
    }

    private static async Task<Exposition> MeasureAsync(TestStore store, int chats)
    {
        using var agent = new ScriptedAgent();
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", store.Settings)
        {
            Agent = agent,
        };
        using var client = gateway.Connect();
        for (var n = 0; n < chats; n++)
        {
            (await client.ChatAsync()).Dispose();
        }
        return await client.MetricsAsync();
    }

    private static double Waits(Exposition metrics, string pool)
    {
        var waits = metrics.Value("db_client_connection_wait_time_seconds_count", (Pool, pool));
        Assert.Equal(
            waits,
            metrics.Value("db_client_connection_use_time_seconds_count", (Pool, pool))
        );
        return waits;
    }

    private static double Count(Exposition metrics, string pool, string state) =>
        metrics.Value("db_client_connection_count", (Pool, pool), (State, state));
}
