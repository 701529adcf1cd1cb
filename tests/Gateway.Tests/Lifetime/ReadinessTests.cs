using System.Net;
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
        Assert.Equal("healthy", (await response.JsonAsync()).Text("status"));
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
                        "store",
                        () => HealthCheckResult.Unhealthy("no answer"),
                        [Readiness.Tag]
                    ),
        };
        using var client = gateway.Connect();

        using var response = await client.GetAsync("/health/ready", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var needed = Assert.Single(
            (await response.JsonAsync()).GetProperty("dependencies").EnumerateArray()
        );
        Assert.Equal("store", needed.Text("name"));
        Assert.Equal("no answer", needed.Text("reason"));
    }
}
