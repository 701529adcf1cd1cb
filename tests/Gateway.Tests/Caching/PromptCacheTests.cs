using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class PromptCacheTests
{
    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 2)]
    public async Task A_chat_is_answered_from_the_cache_if_there_is_one(string enabled, int calls)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Cache:Enabled", enabled),
            ("Cache:MaxTemperature", "1")
        );
        using var client = gateway.Connect();
        using var first = await client.ChatAsync("""{"message":"Hi","session_id":"a"}""");
        using var second = await client.ChatAsync("""{"message":"Hi","session_id":"b"}""");

        Assert.Equal("Hello!", (await second.JsonAsync()).Text("reply"));
        Assert.Equal(
            2 - calls,
            (await client.MetricsAsync())
                .Named("gateway_cache_requests_total", ("result", "hit"))
                .Sum(sample => sample.Value)
        );
        Assert.Equal(calls, upstream.ChatCount);
    }

    [Fact]
    public async Task By_default_a_chat_that_names_no_temperature_is_always_asked()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();
        (await client.ChatAsync()).Dispose();
        (await client.ChatAsync()).Dispose();

        Assert.Equal(2, upstream.ChatCount);
        Assert.Equal(
            2,
            (await client.MetricsAsync()).Value(
                "gateway_cache_requests_total",
                ("result", "bypass")
            )
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task Health_names_Redis_which_is_degraded_without_it()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var redis = await RedisServer.StartAsync();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Cache:Redis", redis.Address)
        );
        using var client = gateway.Connect();
        var well = await HealthAsync(client);
        await redis.KillAsync();
        await using var later = new TestGateway(upstream.Endpoint, ("Cache:Redis", redis.Address));
        using var laterClient = later.Connect();

        Assert.Equal("healthy", well);
        Assert.Equal("degraded", await HealthAsync(laterClient));
    }

    private static async Task<string> HealthAsync(HttpClient client)
    {
        using var response = await client.GetAsync(
            "/health",
            TestContext.Current.CancellationToken
        );
        Assert.True(response.IsSuccessStatusCode);
        var health = await response.JsonAsync();
        return health
            .GetProperty("dependencies")
            .EnumerateArray()
            .Single(dependency => dependency.Text("name") == "redis")
            .Text("status");
    }
}
