using GatewayBench.Support;

namespace GatewayBench.Tests.Series;

public sealed class RedisSeriesTests
{
    [Fact]
    public void Values_and_rates_are_read_from_the_servers_answer()
    {
        string? answer = "# Clients\r\nconnected_clients:3\r\nevicted_keys:5\r\nother:x\r\n";
        var seen = new SeenSeries(new RedisSeries(() => answer));
        answer = "connected_clients:4\r\nevicted_keys:25\r\n";
        seen.End(seconds: 2);
        answer = null;
        seen.End();

        Assert.Equal([4, null], seen["redis.connected_clients"]);
        Assert.Equal([10, null], seen["redis.evicted_keys.rate"]);
        Assert.Equal(2, seen.All.Count);
        Assert.All(seen.All, one => Assert.Equal("redis", one.Source));
    }

    [Fact]
    public async Task A_server_is_asked_with_its_password_and_a_wrong_one_leaves_a_gap()
    {
        await using var redis = await RedisServer.StartAsync("--requirepass", "a word");
        var seen = See("a word").End();

        Assert.True(seen["redis.used_memory"][0] > 0);
        Assert.True(seen["redis.total_commands_processed.rate"][0] >= 1);
        Assert.Empty(See("another").End().All);
        Assert.Empty(See(null).End().All);

        SeenSeries See(string? password)
        {
            var servers = new WatchedServers();
            servers.AddRedis(redis.Address, password);
            return new SeenSeries(Assert.Single(servers.All));
        }
    }

    [Fact]
    public void Nobody_there_leaves_a_gap() =>
        Assert.Null(new RedisInfo(new RedisAddress("127.0.0.1", 9), password: null).TryAsk());

    [Theory]
    [InlineData("redis://a")]
    [InlineData("a:0")]
    [InlineData("a:65536")]
    [InlineData("a:b")]
    public void What_is_no_address_is_refused(string address)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new WatchedServers().AddRedis(address, null)
        );

        Assert.Contains("allowed: a", error.Message, StringComparison.Ordinal);
    }
}
