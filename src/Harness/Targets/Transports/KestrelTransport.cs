using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>A way that ends in an endpoint of Kestrel's, made for the load alone.</summary>
internal abstract class KestrelTransport(string name, ConnectionOptions connections) : ITransport
{
    public string Label => Connections.LabelOf(name);

    public abstract Uri BaseAddress { get; }

    protected ConnectionOptions Connections => connections;

    public virtual void AddServices(IServiceCollection services) { }

    public void Start<TEntryPoint>(WebApplicationFactory<TEntryPoint> factory)
        where TEntryPoint : class
    {
        factory.UseKestrel(Listen);
        factory.StartServer();
        BoundAddresses.RequireLoopback(factory.Services);
    }

    public HttpMessageInvoker CreateClient() => LoadClient.Create(connections, Connect);

    public HttpMessageInvoker CreateSocketClient() =>
        LoadClient.CreateForSockets(connections, Connect);

    public virtual void Dispose() { }

    /// <summary>Adds the endpoint.</summary>
    protected abstract void Listen(KestrelServerOptions kestrel);

    /// <summary>Teaches a client's handler the way to the endpoint.</summary>
    protected abstract void Connect(SocketsHttpHandler handler);

    /// <summary>One version per endpoint: without TLS nothing could tell the two apart.</summary>
    protected void SetVersion(ListenOptions endpoint) =>
        endpoint.Protocols = connections.Http2 ? HttpProtocols.Http2 : HttpProtocols.Http1;
}
