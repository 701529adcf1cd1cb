using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>Kestrel over pairs of pipes in memory.</summary>
internal sealed class InMemoryTransport(ConnectionOptions connections)
    : KestrelTransport("inmemory", connections)
{
    private readonly InMemoryNetwork _network = new();

    /// <summary>A name that every gateway's host filter knows; nothing is ever looked up.</summary>
    public override Uri BaseAddress { get; } = new("http://localhost/");

    public override void AddServices(IServiceCollection services) =>
        InMemoryListenerFactory.Add(services, _network);

    protected override void Listen(KestrelServerOptions kestrel) =>
        kestrel.Listen(_network.EndPoint, SetVersion);

    protected override void Connect(SocketsHttpHandler handler) =>
        handler.ConnectCallback = (_, _) => ValueTask.FromResult(_network.Connect());
}
