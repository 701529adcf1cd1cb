using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>Both ends of the way to one gateway.</summary>
internal interface ITransport
{
    /// <summary>What results call it.</summary>
    string Name { get; }

    /// <summary>Where requests are addressed to; valid once the gateway listens.</summary>
    Uri BaseAddress { get; }

    void AddServices(IServiceCollection services);

    /// <summary>Adds the endpoint that the gateway is loaded through.</summary>
    void Listen(KestrelServerOptions kestrel);

    /// <summary>Opens the client's end; the caller disposes it.</summary>
    HttpMessageInvoker CreateClient();
}
