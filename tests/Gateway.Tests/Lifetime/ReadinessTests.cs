using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Tests;

public sealed class ReadinessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_provider_that_is_down_leaves_it_ready()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        using var response = await client.GetAsync("/health/ready", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var ready = await response.JsonAsync();
        Assert.Equal("healthy", ready.Text("status"));
        // The store is what it can't work without.
        Assert.Equal("store", Assert.Single(Needed(ready)).Text("name"));
    }

    [Fact]
    public async Task What_it_needs_and_has_not_makes_it_503_and_is_named()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1")
        {
            Configure = services =>
                services
                    .AddHealthChecks()
                    .AddCheck(
                        "disk",
                        () => HealthCheckResult.Unhealthy("no answer"),
                        [Readiness.Tag]
                    ),
        };
        using var client = gateway.Connect();

        using var response = await client.GetAsync("/health/ready", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var needed = Needed(await response.JsonAsync())
            .Single(check => check.Text("name") == "disk");
        Assert.Equal("no answer", needed.Text("reason"));
    }

    private static JsonElement.ArrayEnumerator Needed(JsonElement ready) =>
        ready.GetProperty("dependencies").EnumerateArray();
}
