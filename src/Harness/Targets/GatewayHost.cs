using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GatewayBench;

/// <summary>
/// Hosts a gateway in this process as it ships: Production environment, its own handlers and
/// limits, by default behind real Kestrel on a loopback port. What it may not do is reach the outside.
/// </summary>
/// <typeparam name="TEntryPoint">A type of the gateway's assembly, usually its <c>Program</c>.</typeparam>
public sealed class GatewayHost<TEntryPoint> : ITarget, IAsyncDisposable
    where TEntryPoint : class
{
    private readonly GatewayHostSetup _setup = new();
    private readonly SemaphoreSlim _starting = new(1, 1);
    private EgressGuard? _guard;
    private GatewayFactory<TEntryPoint>? _factory;
    private ITransport? _transport;
    private ProviderHop? _providerHop;
    private TargetInfo? _info;

    /// <inheritdoc />
    public Uri BaseAddress => _transport?.BaseAddress ?? throw NotStarted();

    /// <inheritdoc />
    public TargetInfo Info => _providerHop?.Complete(_info!) ?? throw NotStarted();

    /// <summary>The gateway's services. Valid once started.</summary>
    public IServiceProvider Services => _factory?.Services ?? throw NotStarted();

    /// <inheritdoc />
    public string? Fault => _guard?.Violation;

    /// <summary>
    /// Points the gateway at a fake provider. When the gateway is loaded without sockets, its calls
    /// go to the provider in memory too, as far as they are made by clients of its
    /// <c>IHttpClientFactory</c> with a <c>SocketsHttpHandler</c> (the default); others take loopback.
    /// </summary>
    /// <param name="provider">The provider, already started.</param>
    /// <param name="configKey">The gateway's own key for its provider's address.</param>
    /// <param name="path">
    /// What the gateway expects behind the host: <c>/v1</c> for the OpenAI SDK, <c>/</c> for an
    /// Azure OpenAI resource or a plain base address.
    /// </param>
    public GatewayHost<TEntryPoint> UseProvider(
        FakeProvider provider,
        string configKey,
        string path = "/v1"
    )
    {
        ArgumentNullException.ThrowIfNull(provider);
        Configure(setup => setup.Providers.Add(provider));
        return UseSetting(configKey, new Uri(provider.BaseAddress, path).AbsoluteUri);
    }

    /// <summary>Sets a configuration value; it wins over files and environment variables.</summary>
    public GatewayHost<TEntryPoint> UseSetting(string key, string? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return Configure(setup => setup.Settings[key] = value);
    }

    /// <summary>Lets outgoing calls reach a host name or address. Loopback is always allowed.</summary>
    /// <exception cref="ArgumentException">Not a host: a port or a scheme would never match.</exception>
    public GatewayHost<TEntryPoint> AllowOutgoing(string host)
    {
        HostName.Require(host);
        return Configure(setup => setup.AllowedHosts.Add(host));
    }

    /// <summary>Edits the gateway's services after its own registrations, as a test double would.</summary>
    public GatewayHost<TEntryPoint> ConfigureServices(Action<IServiceCollection> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Configure(setup => setup.Services.Add(configure));
    }

    /// <summary>Turns the gateway's logs on. They are off otherwise: a console is not free.</summary>
    public GatewayHost<TEntryPoint> UseLogging(Action<ILoggingBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Configure(setup => setup.Logging = configure);
    }

    /// <summary>Sets the content root, which otherwise is the gateway's project folder.</summary>
    public GatewayHost<TEntryPoint> UseContentRoot(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Configure(setup => setup.ContentRoot = path);
    }

    /// <summary>Sets the loopback port; 0, the default, takes any free one. Other transports have no ports.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in 0 to 65535.</exception>
    public GatewayHost<TEntryPoint> UsePort(int port)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        return Configure(setup => setup.Port = port);
    }

    /// <summary>Sets how bytes reach the gateway; default <see cref="Transport.Loopback"/>.</summary>
    public GatewayHost<TEntryPoint> UseTransport(Transport transport) =>
        Configure(setup => setup.Transport = transport);

    /// <summary>
    /// Sets what the connections of the load are like; default HTTP/1.1 without TLS, used again.
    /// <see cref="Transport.InMemory"/> has no TLS, <see cref="Transport.TestServer"/> no connections
    /// at all: what can't be is refused when the gateway starts.
    /// </summary>
    public GatewayHost<TEntryPoint> UseConnections(ConnectionOptions connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        return Configure(setup => setup.Connections = connections);
    }

    /// <inheritdoc />
    /// <exception cref="UnoptimisedCodeException">Gateway or harness was built without optimisation.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_factory is null)
            {
                await BootAsync(cancellationToken);
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <inheritdoc />
    public HttpMessageInvoker CreateClient() => _transport?.CreateClient() ?? throw NotStarted();

    /// <summary>Stops the gateway and frees its port, threads and services.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_factory is { } factory)
            {
                await factory.DisposeAsync();
            }
        }
        finally
        {
            _transport?.Dispose();
            _guard?.Dispose();
            _starting.Dispose();
        }
    }

    private async Task BootAsync(CancellationToken cancellationToken)
    {
        var gateway = typeof(TEntryPoint).Assembly;
        OptimisedCode.Require(gateway);
        OptimisedCode.Require(typeof(LoadRunner).Assembly);

        // A proxy of the environment would carry even the calls to the fake away.
        HttpClient.DefaultProxy = new WebProxy();
        var transport = _setup.NewTransport();
        var guard = await EgressGuard.CreateAsync(_setup.AllowedHosts, cancellationToken);
        var hop = new ProviderHop(_setup.Providers, _setup.Transport);
        var factory = new GatewayFactory<TEntryPoint>(_setup, guard, transport, hop);
        try
        {
            transport.Start(factory);
            _info = GatewayInfo.Describe(gateway, transport.Label);
        }
        catch (Exception e)
        {
            guard.Dispose();
            transport.Dispose();
            var cause = factory.StartFailure ?? e;
            await DisposeQuietlyAsync(factory);
            throw StartFailure.Explain(gateway.GetName().Name!, _setup.Port, cause);
        }
        _guard = guard;
        _transport = transport;
        _providerHop = hop;
        _factory = factory;
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

    private GatewayHost<TEntryPoint> Configure(Action<GatewayHostSetup> change)
    {
        if (_factory is not null)
        {
            throw new InvalidOperationException("The gateway runs already; configure it before.");
        }
        change(_setup);
        return this;
    }

    private static InvalidOperationException NotStarted() =>
        new("The gateway does not run yet; await StartAsync first.");
}
