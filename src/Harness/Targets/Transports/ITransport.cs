using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>Both ends of the way to one gateway in this process.</summary>
internal interface ITransport : IDisposable
{
    /// <summary>What results call it: everything about the way that figures depend on.</summary>
    string Label { get; }

    /// <summary>Where requests are addressed to; valid once started.</summary>
    Uri BaseAddress { get; }

    void AddServices(IServiceCollection services);

    /// <summary>Boots the gateway with the server's end.</summary>
    void Start<TEntryPoint>(WebApplicationFactory<TEntryPoint> factory)
        where TEntryPoint : class;

    /// <summary>Opens the client's end; the caller disposes it.</summary>
    HttpMessageInvoker CreateClient();

    /// <inheritdoc cref="ITarget.CreateSocketClient" />
    HttpMessageInvoker CreateSocketClient();
}
