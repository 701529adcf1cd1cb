using System.Net;
using GatewayBench.Support;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Live_tells_of_the_process_only()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        var body = await client.GetStringAsync(
            "/health/live",
            TestContext.Current.CancellationToken
        );

        Assert.Equal("""{"status":"healthy"}""", body);
        Assert.Equal(0, upstream.ModelsCount);
    }

    [Theory]
    [InlineData(200, HttpStatusCode.OK, "healthy", "answered 200")]
    [InlineData(404, HttpStatusCode.OK, "degraded", "answered 404")]
    [InlineData(429, HttpStatusCode.OK, "degraded", "answered 429")]
    [InlineData(
        401,
        HttpStatusCode.ServiceUnavailable,
        "unhealthy",
        "answered 401: credentials rejected"
    )]
    [InlineData(500, HttpStatusCode.ServiceUnavailable, "unhealthy", "answered 500")]
    [InlineData(302, HttpStatusCode.ServiceUnavailable, "unhealthy", "answered 302")]
    public async Task Health_names_the_provider_with_status_and_reason(
        int models,
        HttpStatusCode expected,
        string status,
        string reason
    )
    {
        await using var upstream = await Upstream.StartAsync();
        string? key = null;
        upstream.Models = context =>
        {
            key = context.Request.Headers.Authorization;
            context.Response.StatusCode = models;
            return context.Response.WriteAsync("a body that nobody should see");
        };
        await using var gateway = new TestGateway(upstream.Endpoint, ("OpenAI:ApiKey", "sk-1"));
        using var client = gateway.Connect();

        using var response = await client.GetAsync(
            "/health",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var health = await response.JsonAsync();
        Assert.Equal(status, health.Text("status"));
        var provider = health.Dependency("provider");
        Assert.Equal(status, provider.Text("status"));
        Assert.Equal(reason, provider.Text("reason"));
        Assert.Equal("Bearer sk-1", key);
    }

    [Theory]
    [InlineData("200 401 429", 200, "healthy", "key 1 of 3: answered 200", 1)]
    [InlineData("401 429 200", 200, "healthy", "key 3 of 3: answered 200", 3)]
    [InlineData("500 429 404", 200, "degraded", "key 2 of 3: answered 429", 3)]
    [InlineData(
        "401 500 403",
        503,
        "unhealthy",
        "key 1 of 3: answered 401: credentials rejected",
        3
    )]
    public async Task The_provider_is_as_healthy_as_the_best_key_which_is_named(
        string answers,
        int expected,
        string status,
        string reason,
        int asked
    )
    {
        await using var upstream = await Upstream.StartAsync();
        var byKey = answers.Split(' ').Select(int.Parse).ToList();
        upstream.Models = context =>
        {
            var key = context.Request.Headers.Authorization.ToString();
            context.Response.StatusCode = byKey[key[^1] - '1'];
            return Task.CompletedTask;
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("OpenAI:ApiKey", "sk-1"),
            ("OpenAI:ApiKeys:0", "sk-2"),
            ("OpenAI:ApiKeys:1", "sk-3")
        );
        using var client = gateway.Connect();

        using var response = await client.GetAsync(
            "/health",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(expected, (int)response.StatusCode);
        var provider = (await response.JsonAsync()).Dependency("provider");
        Assert.Equal(status, provider.Text("status"));
        Assert.Equal(reason, provider.Text("reason"));
        Assert.Equal(asked, upstream.ModelsCount);
    }

    [Fact]
    public async Task Health_names_the_store_and_is_503_without_it()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var store = TestStore.NewSqlite();
        await using var gateway = new TestGateway(upstream.Endpoint, store.Settings)
        {
            Clock = new ManualTimeProvider(),
        };
        using var client = gateway.Connect();
        using var healthy = await client.GetAsync("/health", TestContext.Current.CancellationToken);
        await store.ExecuteAsync("DROP TABLE schema_steps");
        ((ManualTimeProvider)gateway.Clock).Advance(TimeSpan.FromHours(1));

        using var broken = await client.GetAsync("/health", TestContext.Current.CancellationToken);

        Assert.Equal("answered", (await healthy.JsonAsync()).Dependency("store").Text("reason"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        var told = (await broken.JsonAsync()).Dependency("store");
        Assert.Equal("unhealthy", told.Text("status"));
        Assert.Equal("store_error", told.Text("reason"));
    }

    [Fact]
    public async Task A_provider_that_is_down_makes_health_503()
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Models = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var response = await client.GetAsync(
            "/health",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var provider = (await response.JsonAsync()).Dependency("provider");
        Assert.StartsWith("no answer: ", provider.Text("reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_slow_makes_health_503_after_the_timeout()
    {
        await using var upstream = await Upstream.StartAsync();
        var clock = new ManualTimeProvider();
        upstream.Models = async context =>
        {
            var gone = new TaskCompletionSource();
            context.RequestAborted.Register(gone.SetResult);
            clock.Advance(TimeSpan.FromSeconds(3));
            await gone.Task;
        };
        await using var gateway = new TestGateway(upstream.Endpoint, ("Health:TimeoutSeconds", "3"))
        {
            Clock = clock,
        };
        using var client = gateway.Connect();

        using var response = await client.GetAsync(
            "/health",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var provider = (await response.JsonAsync()).Dependency("provider");
        Assert.Equal("no answer within 3 s", provider.Text("reason"));
    }

    [Fact]
    public async Task Health_probes_once_per_cache_period()
    {
        await using var upstream = await Upstream.StartAsync();
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(upstream.Endpoint, ("Health:CacheSeconds", "7"))
        {
            Clock = clock,
        };
        using var client = gateway.Connect();

        await client.GetStringAsync("/health", TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(6.9));
        await client.GetStringAsync("/health", TestContext.Current.CancellationToken);
        var cached = upstream.ModelsCount;
        clock.Advance(TimeSpan.FromMinutes(2));
        await client.GetStringAsync("/health", TestContext.Current.CancellationToken);

        Assert.Equal(1, cached);
        Assert.Equal(2, upstream.ModelsCount);
    }
}
