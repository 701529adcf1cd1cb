using System.Net.NetworkInformation;

namespace GatewayBench.Tests.Targets;

public sealed class InMemoryTransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Transport.InMemory, "inmemory")]
    [InlineData(Transport.TestServer, "testserver")]
    public async Task It_loads_the_whole_gateway_without_a_port(Transport transport, string label)
    {
        await using var gateway = SampleGateway.WithoutProvider().UseTransport(transport);

        var row = await Execution.Runs.AnsweredRowAsync(
            gateway,
            GatewayScenarios.Health("/health/live"),
            users: 4
        );

        Assert.True(row.Successes > 0);
        Assert.Empty(row.Errors);
        Assert.Equal(label, row.Transport);
        Assert.DoesNotContain(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(),
            endPoint => endPoint.Port == gateway.BaseAddress.Port
        );
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
            ErrorClassifier.OfException(error, inBody: false, cutOff: false, runEnded: false)
        );
    }
}
