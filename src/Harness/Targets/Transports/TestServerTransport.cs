using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>ASP.NET Core's test server: requests are handed to the gateway's pipeline as objects.</summary>
internal sealed class TestServerTransport : ITransport
{
    private TestServer? _server;

    public string Label => "testserver";

    public Uri BaseAddress { get; } = new("http://localhost/");

    /// <remarks>First, because the first filter is the outermost.</remarks>
    public void AddServices(IServiceCollection services) =>
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, UnhandledExceptions>());

    public void Start<TEntryPoint>(WebApplicationFactory<TEntryPoint> factory)
        where TEntryPoint : class => _server = factory.Server;

    public HttpMessageInvoker CreateClient() =>
        new(new GivingUpHandler { InnerHandler = _server!.CreateHandler() });

    public HttpMessageInvoker CreateSocketClient() =>
        throw new TargetStartException(
            "Transport.TestServer does not take WebSockets; allowed: Transport.Loopback or Transport.InMemory for them."
        );

    public void Dispose() { }
}
