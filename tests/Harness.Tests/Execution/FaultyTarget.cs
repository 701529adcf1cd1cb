using GatewayBench.Tests.Targets.Children;

namespace GatewayBench.Tests.Execution;

/// <summary>The gateway that fails on request, and a way to it.</summary>
internal sealed class FaultyTarget : IAsyncDisposable
{
    private FaultyTarget(GatewayHost<FaultyGateway> gateway) => Gateway = gateway;

    /// <summary>All ways that differ in how a failure comes back.</summary>
    public static readonly string[] Ways =
    [
        "loopback",
        "loopback, HTTP/2",
        "loopback, HTTPS",
        "inmemory",
        "inmemory, HTTP/2",
        "testserver",
        "child",
        "remote",
    ];

    public GatewayHost<FaultyGateway> Gateway { get; }

    public ITarget Target { get; private set; } = null!;

    public static async Task<FaultyTarget> StartAsync(string way)
    {
        var gateway = Configure(new GatewayHost<FaultyGateway>(), way);
        await gateway.StartAsync(TestContext.Current.CancellationToken);
        return new FaultyTarget(gateway)
        {
            Target =
                way == "remote" ? new RemoteTarget(gateway.BaseAddress.OriginalString) : gateway,
        };
    }

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();

    private static GatewayHost<FaultyGateway> Configure(
        GatewayHost<FaultyGateway> gateway,
        string way
    ) =>
        way switch
        {
            "loopback" or "remote" => gateway,
            "loopback, HTTP/2" => gateway.UseConnections(new() { Http2 = true }),
            "loopback, HTTPS" => gateway.UseConnections(new() { Https = true }),
            "inmemory" => gateway.UseTransport(Transport.InMemory),
            "inmemory, HTTP/2" => gateway
                .UseTransport(Transport.InMemory)
                .UseConnections(new() { Http2 = true }),
            "testserver" => gateway.UseTransport(Transport.TestServer),
            "child" => Gateways.Faulty(),
            _ => throw new ArgumentOutOfRangeException(nameof(way), way, "No such way."),
        };
}
