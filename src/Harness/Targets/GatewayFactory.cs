using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace GatewayBench;

/// <summary>Boots the gateway's own entry point with the harness's few edits.</summary>
internal sealed class GatewayFactory<TEntryPoint>(
    GatewayHostSetup setup,
    EgressGuard guard,
    ITransport transport,
    ProviderHop providerHop
) : WebApplicationFactory<TEntryPoint>
    where TEntryPoint : class
{
    private readonly string _contentRoot =
        setup.ContentRoot ?? ContentRoot.Of(typeof(TEntryPoint).Assembly);
    private readonly StartLog _startLog = new();

    /// <summary>Why the gateway's own host gave up while it started; null if it did not.</summary>
    public Exception? StartFailure => _startLog.Failure;

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.UseContentRoot(_contentRoot);
        return base.CreateHost(builder);
    }

    protected override IHostBuilder? CreateHostBuilder()
    {
        ContentRoot.Tell(typeof(TEntryPoint).Assembly, _contentRoot);
        return base.CreateHostBuilder();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        foreach (var (key, value) in setup.Settings)
        {
            // Early, for a Program that reads its configuration before it builds.
            builder.UseSetting(key, value);
        }
        builder.ConfigureAppConfiguration(
            (_, configuration) =>
            {
                configuration.AddInMemoryCollection(ProviderKeys.Blank(configuration));
                configuration.AddInMemoryCollection(setup.Settings);
            }
        );
        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders();
            _startLog.AddTo(logging);
            setup.Logging?.Invoke(logging);
        });
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new EgressFilter(guard));
            // Else it would stop at a Ctrl-C in the midst of the row that is to be reported.
            services.AddSingleton<IHostLifetime, NoConsoleLifetime>();
            // The endpoints of the gateway's configuration are for production: they may not be
            // loopback, and two hosts in one process would collide on them.
            services.PostConfigure<KestrelServerOptions>(o => o.ConfigurationLoader = null);
            transport.AddServices(services);
            setup.Services.ForEach(configure => configure(services));
            providerHop.AddServices(services);
        });
    }
}
