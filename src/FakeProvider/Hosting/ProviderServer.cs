using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GatewayBench;

/// <summary>Builds the Kestrel server around the one delegate that answers everything.</summary>
internal static class ProviderServer
{
    /// <remarks>
    /// From the empty builder: the slim one also reads the environment and the appsettings.json of
    /// the process that the provider is a guest in, which could open a second, public endpoint.
    /// </remarks>
    public static WebApplication Build(ProviderEndpoints endpoints, RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoConsoleLifetime>();
        builder.WebHost.UseKestrelCore();
        InMemoryListenerFactory.Add(builder.Services, endpoints.Memory);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            endpoints.Listen(kestrel);
        });
        var app = builder.Build();
        app.Run(answer);
        return app;
    }
}
