using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>Kestrel over pairs of pipes in memory, HTTP/1.1, pooled connections.</summary>
internal sealed class InMemoryTransport : ITransport
{
    private readonly InMemoryNetwork _network = new();

    public string Name => "inmemory";

    /// <summary>A name that every gateway's host filter knows; nothing is ever looked up.</summary>
    public Uri BaseAddress { get; } = new("http://localhost/");

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton<IConnectionListenerFactory>(new ListenerFactory(_network));

    public void Listen(KestrelServerOptions kestrel) => kestrel.Listen(_network.EndPoint);

    public HttpMessageInvoker CreateClient()
    {
        var handler = LoadClient.NewHandler();
        handler.ConnectCallback = (_, _) => ValueTask.FromResult(_network.Connect());
        return new HttpMessageInvoker(handler);
    }

    private sealed class ListenerFactory(InMemoryNetwork network)
        : IConnectionListenerFactory,
            IConnectionListenerFactorySelector
    {
        public bool CanBind(EndPoint endpoint) => endpoint == network.EndPoint;

        public ValueTask<IConnectionListener> BindAsync(
            EndPoint endpoint,
            CancellationToken cancellationToken = default
        ) => ValueTask.FromResult<IConnectionListener>(new InMemoryListener(network));
    }
}
