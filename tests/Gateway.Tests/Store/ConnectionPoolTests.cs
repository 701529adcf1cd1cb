using System.Data.Common;
using System.Diagnostics.Metrics;
using GatewayBench.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

public sealed class ConnectionPoolTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangGuard)]
    public async Task No_more_are_lent_than_allowed_and_who_waits_is_served_in_order()
    {
        using var source = new FakeSource();
        using var pool = NewPool(source, max: 2);
        var first = await pool.RentAsync(Cancelled);
        await pool.RentAsync(Cancelled);

        var third = pool.RentAsync(Cancelled).AsTask();
        var fourth = pool.RentAsync(Cancelled).AsTask();

        Assert.Equal((2, 2), (pool.Used, pool.Waiting));
        Assert.Equal(2, source.Opened);
        await first.DisposeAsync();
        await third;
        Assert.False(fourth.IsCompleted);
        Assert.Equal((2, 1), (pool.Used, pool.Waiting));
    }

    [Fact(Timeout = HangGuard)]
    public async Task Who_waits_in_vain_is_told_when_patience_ends_and_not_before()
    {
        using var source = new FakeSource();
        using var pool = NewPool(source, max: 1);
        await using var only = await pool.RentAsync(Cancelled);
        var late = pool.RentAsync(Cancelled).AsTask();

        _clock.Advance(Patience - TimeSpan.FromMilliseconds(1));
        var early = late.IsCompleted;
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(early);
        var e = await Assert.ThrowsAsync<StoreException>(() => late);
        Assert.Equal(StoreFailure.PoolExhausted, e.Failure);
        Assert.Equal((1, 0), (pool.Used, pool.Waiting));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_connection_that_does_not_open_takes_no_place()
    {
        using var source = new FakeSource { Broken = true };
        using var pool = NewPool(source, max: 1);

        await Assert.ThrowsAsync<IOException>(() => pool.RentAsync(Cancelled).AsTask());

        Assert.Equal(0, pool.Used);
        source.Broken = false;
        await using var rented = await pool.RentAsync(Cancelled);
    }

    [Fact]
    public async Task A_SQLite_connection_on_which_something_went_wrong_is_not_lent_again()
    {
        using var file = new SqliteFile(new StoreOptions(), "");
        var source = new SqliteConnections(file.ConnectionString);
        var first = await source.OpenAsync(Cancelled);
        var second = await source.OpenAsync(Cancelled);

        await source.ReturnAsync(first, sound: true);
        await source.ReturnAsync(second, sound: false);

        Assert.Equal(1, source.Idle);
        Assert.Same(first, await source.OpenAsync(Cancelled));
        await source.ReturnAsync(first, sound: true);
        source.CloseIdle();
        Assert.Equal(0, source.Idle);
    }

    [Fact(Timeout = HangGuard)]
    public async Task An_answer_waits_longer_for_the_writer_than_a_read_for_a_connection()
    {
        using var agent = new ScriptedAgent();
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Store:WaitSeconds", "1"),
            ("Store:WriteWaitSeconds", "10")
        )
        {
            Agent = agent,
            Clock = _clock,
        };
        using var client = gateway.Connect();
        var pools = new PoolProbe(gateway);
        // Nobody else writes any more once the start is over.
        using var first = await client.ChatAsync();
        Task<HttpResponseMessage> chat;
        await using (await PoolProbe.TakeAllAsync(pools.Writers))
        {
            chat = client.ChatAsync();
            await Eventually.TrueAsync(() => pools.Writers.Waiting == 1);
            _clock.Advance(TimeSpan.FromSeconds(9));
        }
        using var stored = await chat;
        Assert.True(stored.IsSuccessStatusCode);
        pools.AssertNothingLeaked();
    }

    [Fact(Timeout = HangGuard)]
    public async Task Over_HTTP_an_exhausted_pool_is_a_503_that_says_when_to_try_again()
    {
        using var agent = new ScriptedAgent();
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Store:MaxConnections", "2"),
            ("Store:WaitSeconds", "3")
        )
        {
            Agent = agent,
            Clock = _clock,
        };
        using var client = gateway.Connect();
        var pools = new PoolProbe(gateway);
        Task<HttpResponseMessage> chat;
        await using (await PoolProbe.TakeAllAsync(pools.Readers))
        {
            chat = client.ChatAsync();
            await Eventually.TrueAsync(() => pools.Readers.Waiting == 1);
            _clock.Advance(TimeSpan.FromSeconds(3));
            using var refused = await chat;

            var problem = await refused.ProblemAsync(503);
            Assert.Equal("store_pool_exhausted", problem.Text("reason"));
            Assert.Equal("store", problem.Text("dependency"));
            Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
        }
        pools.AssertNothingLeaked();
        using var again = await client.ChatAsync();
        Assert.True(again.IsSuccessStatusCode);
        var metrics = await client.MetricsAsync();
        Assert.Equal(
            1,
            metrics.Value(
                "db_client_connection_timeouts_total",
                ("db_client_connection_pool_name", "sqlite-readers")
            )
        );
    }

    private ConnectionPool NewPool(IConnectionSource source, int max)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var metrics = new PoolMetrics(services.GetRequiredService<IMeterFactory>());
        return new("test", max, Patience, source, metrics, _clock);
    }

    private sealed class FakeSource : IConnectionSource, IDisposable
    {
        private readonly SqliteConnection _connection = new();

        public int Opened { get; private set; }

        public bool Broken { get; set; }

        public int? Idle => null;

        public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
        {
            Opened++;
            return Broken ? throw new IOException() : new(_connection);
        }

        public ValueTask ReturnAsync(DbConnection connection, bool sound) =>
            ValueTask.CompletedTask;

        public void CloseIdle() { }

        public void Dispose() => _connection.Dispose();
    }
}
