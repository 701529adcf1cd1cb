using System.Net.NetworkInformation;

namespace GatewayBench.Tests.Targets;

public sealed class InMemoryTransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_loads_the_whole_gateway_without_a_port()
    {
        await using var gateway = SampleGateway.WithoutProvider().UseTransport(Transport.InMemory);

        var row = await Execution.Runs.RowAsync(
            gateway,
            GatewayScenarios.Health("/health/live"),
            users: 4
        );

        Assert.True(row.Successes > 0);
        Assert.Empty(row.Errors);
        Assert.Equal("inmemory", row.Transport);
        Assert.Equal("inmemory", gateway.Info.Transport);
        Assert.DoesNotContain(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(),
            endPoint => endPoint.Port == gateway.BaseAddress.Port
        );
    }

    [Fact]
    public async Task A_chat_goes_through_to_a_provider_on_loopback()
    {
        await using var provider = await FakeProvider.StartAsync(
            o => o.Latency = Delay.None,
            Cancellation
        );
        await using var gateway = new GatewayHost<Program>()
            .UseProvider(provider, "OpenAI:Endpoint")
            .UseTransport(Transport.InMemory);

        var row = await Execution.Runs.RowAsync(gateway, GatewayScenarios.Chat());

        Assert.Equal(row.Requests + 1, provider.GetStatistics().ChatRequests);
        Assert.Empty(row.Errors);
    }

    [Fact]
    public async Task Two_gateways_are_reached_apart_although_their_address_is_the_same()
    {
        await using var one = SampleGateway.WithoutProvider().UseTransport(Transport.InMemory);
        await using var two = SampleGateway.WithoutProvider().UseTransport(Transport.InMemory);
        await two.StartAsync(Cancellation);

        await Execution.Runs.RowAsync(one, GatewayScenarios.Health("/health/live"));

        Assert.Contains("/health/live", await MetricsOf(one), StringComparison.Ordinal);
        Assert.DoesNotContain("/health/live", await MetricsOf(two), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_is_gone_refuses_the_connection()
    {
        var gateway = SampleGateway.WithoutProvider().UseTransport(Transport.InMemory);
        await gateway.StartAsync(Cancellation);
        using var client = gateway.CreateClient();
        await gateway.DisposeAsync();

        var error = await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.SendAsync(
                new HttpRequestMessage(HttpMethod.Get, "http://localhost/"),
                Cancellation
            )
        );

        Assert.Equal(
            Outcome.Connect,
            ErrorClassifier.OfException(error, inBody: false, runEnded: false)
        );
    }

    private static async Task<string> MetricsOf(GatewayHost<Program> gateway)
    {
        using var client = gateway.CreateClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(gateway.BaseAddress, "/metrics")
        );
        using var response = await client.SendAsync(request, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}
