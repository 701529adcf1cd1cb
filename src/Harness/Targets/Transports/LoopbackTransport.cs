using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>Kestrel over loopback sockets, HTTP/1.1, pooled connections.</summary>
internal sealed class LoopbackTransport(int port) : ITransport
{
    private ListenOptions? _endpoint;

    public string Name => "loopback";

    public Uri BaseAddress => new($"http://{_endpoint!.IPEndPoint}/");

    public void AddServices(IServiceCollection services) { }

    public void Listen(KestrelServerOptions kestrel) =>
        kestrel.Listen(IPAddress.Loopback, port, endpoint => _endpoint = endpoint);

    public HttpMessageInvoker CreateClient() => new(LoadClient.NewHandler());
}
