using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>A gateway that runs in this process.</summary>
internal sealed class InProcessGateway<TEntryPoint> : IRunningGateway
    where TEntryPoint : class
{
    private readonly EgressGuard _guard;
    private readonly ITransport _transport;
    private readonly GatewayFactory<TEntryPoint> _factory;

    private readonly ProviderHop _providerHop;
    private readonly TracePropagation? _traces;
    private readonly TargetInfo _info;
    private readonly MeterWatch _meters;

    private InProcessGateway(
        EgressGuard guard,
        ITransport transport,
        GatewayFactory<TEntryPoint> factory,
        ProviderHop providerHop,
        TracePropagation? traces,
        MeterWatch meters,
        WatchedServers servers
    )
    {
        _guard = guard;
        _transport = transport;
        _factory = factory;
        _providerHop = providerHop;
        _traces = traces;
        _meters = meters;
        Watched = new WatchedSources([meters, new ProcessSeries()], servers.All);
        _info = GatewayInfo.Describe(typeof(TEntryPoint).Assembly, transport.Label);
    }

    public Uri BaseAddress => _transport.BaseAddress;

    public TargetInfo Info => _providerHop.Complete(_info);

    public string? Fault => _guard.Violation;

    public IServiceProvider Services => _factory.Services;

    public WatchedSources Watched { get; }

    /// <exception cref="TargetStartException">It could not be started.</exception>
    public static async Task<IRunningGateway> StartAsync(
        GatewayHostSetup setup,
        CancellationToken cancellationToken
    )
    {
        // A proxy of the environment would carry even the calls to the fake away.
        HttpClient.DefaultProxy = new WebProxy();
        var transport = setup.NewTransport();
        var guard = await EgressGuard.CreateAsync(
            setup.AllowedHosts,
            cancellationToken,
            setup.WhenFaulted
        );
        var hop = new ProviderHop(setup.Providers, setup.Transport);
        var factory = new GatewayFactory<TEntryPoint>(setup, guard, transport, hop);
        try
        {
            transport.Start(factory);
            var traces = setup.PassesTracesOn ? new TracePropagation(factory.Services) : null;
            var scope = factory.Services.GetRequiredService<IMeterFactory>();
            var meters = new MeterWatch(new WatchedMeters(scope, setup.Meters));
            return new InProcessGateway<TEntryPoint>(
                guard,
                transport,
                factory,
                hop,
                traces,
                meters,
                setup.Servers
            );
        }
        catch (Exception e)
        {
            guard.Dispose();
            transport.Dispose();
            var cause = factory.StartFailure ?? e;
            await DisposeQuietlyAsync(factory);
            throw StartFailure.Explain(
                typeof(TEntryPoint).Assembly.GetName().Name!,
                setup.Port,
                cause
            );
        }
    }

    public HttpMessageInvoker CreateClient() => _transport.CreateClient();

    public HttpMessageInvoker CreateSocketClient() => _transport.CreateSocketClient();

    public ValueTask<ProcessUsage?> ReadUsageAsync() => new(default(ProcessUsage));

    public async ValueTask DisposeAsync()
    {
        _traces?.Dispose();
        _meters.Dispose();
        try
        {
            await _factory.DisposeAsync();
        }
        finally
        {
            _transport.Dispose();
            _guard.Dispose();
        }
    }

    /// <summary>A host that failed half-way may fail again when it is disposed; the first failure is the one to tell.</summary>
    private static async Task DisposeQuietlyAsync(GatewayFactory<TEntryPoint> host)
    {
        try
        {
            await host.DisposeAsync();
        }
        catch (Exception)
        {
            // Told by the caller's own exception.
        }
    }
}
