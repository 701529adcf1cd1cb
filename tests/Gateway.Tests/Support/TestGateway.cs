using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>
/// The gateway as shipped, on Kestrel and a free loopback port, with a provider of the test's choice;
/// without authentication and rate limits unless a test switches them on.
/// </summary>
internal sealed class TestGateway : WebApplicationFactory<Program>
{
    private readonly string _endpoint;
    private readonly (string Key, string Value)[] _settings;

    public TestGateway(string endpoint, params (string Key, string Value)[] settings)
    {
        _endpoint = endpoint;
        _settings = settings;
        UseKestrel(options =>
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = Protocols)
        );
    }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public ILoggerProvider? Logs { get; init; }

    public HttpProtocols Protocols { get; init; } = HttpProtocols.Http1AndHttp2;

    /// <summary>What answers instead of the gateway's own agent.</summary>
    public ScriptedAgent? Agent { get; init; }

    /// <summary>Edits the gateway's services after its own registrations.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    /// <param name="connections">At most so many at once.</param>
    public HttpClient Connect(int connections = 1)
    {
        StartServer();
        var addresses = Services
            .GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>();
        // On one connection a request has been counted before the next one is read.
        return new HttpClient(
            new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = connections }
        )
        {
            BaseAddress = new Uri(addresses.Addresses.Single()),
        };
    }

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("OpenAI:Endpoint", _endpoint);
        if (Logs is not null)
        {
            // The settings that are shipped hold back more than any minimum level lets through.
            builder.UseSetting("Logging:LogLevel:Default", "Trace");
            builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace");
        }
        builder.UseSetting("Auth:Enabled", "false");
        builder.UseSetting("RateLimit:Enabled", "false");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders();
            if (Logs is not null)
            {
                logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace);
            }
        });
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(Clock);
            if (Agent is not null)
            {
                services.AddSingleton<IChatClient>(Agent);
            }
            Configure?.Invoke(services);
        });
    }
}
