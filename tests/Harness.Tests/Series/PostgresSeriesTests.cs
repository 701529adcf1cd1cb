using GatewayBench.Support;
using Npgsql;

namespace GatewayBench.Tests.Series;

public sealed class PostgresSeriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_are_counted_by_state_without_the_one_that_asks()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var address = await cluster.CreateDatabaseAsync() + ";Pooling=false";
        await using var idle = new NpgsqlConnection(address);
        await using var busy = new NpgsqlConnection(address);
        await idle.OpenAsync(Stop);
        await busy.OpenAsync(Stop);
        await using var transaction = await busy.BeginTransactionAsync(Stop);
        await using var command = new NpgsqlCommand("select 1", busy, transaction);
        await command.ExecuteScalarAsync(Stop);

        var seen = new SeenSeries(new PostgresSeries(() => new NpgsqlConnection(address))).End();

        Assert.Equal([0], seen["postgres.connections{state=active}"]);
        Assert.Equal([1], seen["postgres.connections{state=idle}"]);
        Assert.Equal([1], seen["postgres.connections{state=idle in transaction}"]);
        Assert.Equal([0], seen["postgres.waiting_for_lock"]);
        Assert.True(seen["postgres.max_connections"][0] > 2);
        Assert.True(seen["postgres.database_size"][0] > 100_000);
        Assert.All(seen.All, one => Assert.Equal("postgres", one.Source));
    }

    [Fact]
    public async Task Its_size_is_asked_for_seldom_and_also_where_nobody_else_is_connected()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var address = await cluster.CreateDatabaseAsync() + ";Pooling=false";

        var seen = new SeenSeries(new PostgresSeries(() => new NpgsqlConnection(address)));
        for (var reading = 0; reading < 11; reading++)
        {
            seen.End();
        }

        Assert.Equal(2, seen.End()["postgres.database_size"].Count(size => size > 100_000));
    }

    [Fact]
    public void A_server_that_is_not_there_leaves_a_gap() =>
        Assert.Empty(
            new SeenSeries(
                new PostgresSeries(() => new NpgsqlConnection("Host=127.0.0.1;Port=9;Timeout=1"))
            )
                .End()
                .All
        );
}
