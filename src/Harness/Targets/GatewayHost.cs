using System.Data.Common;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GatewayBench;

/// <summary>
/// Hosts a gateway as it ships, in this process or as one of its own: Production environment, its
/// own handlers and limits, by default behind real Kestrel on a loopback port. What it may not do is
/// reach the outside.
/// </summary>
/// <typeparam name="TEntryPoint">A type of the gateway's assembly, usually its <c>Program</c>.</typeparam>
public sealed class GatewayHost<TEntryPoint>
    : ITarget,
        IAsyncDisposable,
        IGatewayHost,
        IWatchedTarget
    where TEntryPoint : class
{
    private readonly GatewayHostSetup _setup = new();
    private readonly SemaphoreSlim _starting = new(1, 1);
    private IRunningGateway? _running;
    private bool _disposed;

    GatewayHostSetup IGatewayHost.Setup => _setup;

    /// <inheritdoc />
    public Uri BaseAddress => Running.BaseAddress;

    /// <inheritdoc />
    public TargetInfo Info =>
        Running.Info with
        {
            Settings = [.. _setup.ShownSettings],
            ProviderOptions = _setup.ShownProviders,
            HeapLimitBytes = _setup.HeapLimit,
        };

    /// <summary>The gateway's services. Valid once started.</summary>
    /// <exception cref="InvalidOperationException">With <see cref="Hosting.Child"/>: they are in another process.</exception>
    public IServiceProvider Services => Running.Services;

    /// <inheritdoc />
    public string? Fault => _running?.Fault;

    WatchedSources IWatchedTarget.Watched => Running.Watched;

    private IRunningGateway Running =>
        _running
        ?? throw new InvalidOperationException(
            "The gateway does not run yet; await StartAsync first."
        );

    /// <inheritdoc />
    public FakeProvider? Provider => _setup.Providers.FirstOrDefault();

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
        ArgumentException.ThrowIfNullOrWhiteSpace(configKey);
        return Configure(setup => setup.PointAt(provider, configKey, path));
    }

    /// <summary>
    /// Sets a configuration value; it wins over files and environment variables. Results name it, as
    /// what was measured depends on it; what looks like a secret is left out of them.
    /// </summary>
    public GatewayHost<TEntryPoint> UseSetting(string key, string? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return Configure(setup =>
        {
            setup.ProviderSettings.Remove(key);
            setup.Settings[key] = value;
        });
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

    /// <summary>
    /// Stores what a meter of the gateway's own measures with the result, slice by slice. Those of
    /// ASP.NET Core, Kestrel, HTTP clients, the runtime, Npgsql, Entity Framework Core and Polly are
    /// watched without being asked for.
    /// </summary>
    /// <param name="meter">
    /// Its name, such as <c>My.Gateway</c>; one that ends in <c>*</c> stands for all that begin so.
    /// </param>
    public GatewayHost<TEntryPoint> Watch(string meter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meter);
        return Configure(setup => setup.Meters.Add(meter));
    }

    /// <summary>
    /// Asks a PostgreSQL server once a second beside the load how many connections it has, by state,
    /// and how many of them wait for a lock; stored with the result. A server that does not answer
    /// leaves gaps.
    /// </summary>
    /// <param name="open">
    /// Makes a connection that is not open yet, such as an <c>NpgsqlConnection</c>. Give it
    /// <c>Pooling=false</c> or a connection string of its own: else it takes one from the gateway's pool.
    /// </param>
    public GatewayHost<TEntryPoint> WatchPostgres(Func<DbConnection> open)
    {
        return Configure(setup => setup.Servers.AddPostgres(open));
    }

    /// <summary>
    /// Asks a Redis server once a second beside the load for its <c>INFO</c>: clients, memory, commands,
    /// hits and misses, evictions; stored with the result. A server that does not answer leaves gaps.
    /// </summary>
    /// <param name="address">Host, or host and port, such as <c>127.0.0.1:6379</c>, the default port. Without TLS.</param>
    /// <param name="password">Of the default user; default none. No result shows it.</param>
    /// <exception cref="ArgumentException">No such address.</exception>
    public GatewayHost<TEntryPoint> WatchRedis(string address, string? password = null)
    {
        return Configure(setup => setup.Servers.AddRedis(address, password));
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
    /// Sets where the gateway runs; default <see cref="Hosting.InProcess"/>. What can't cross into
    /// another process (<see cref="ConfigureServices"/>, <see cref="UseLogging"/>, a transport in
    /// memory) is refused at the start.
    /// </summary>
    public GatewayHost<TEntryPoint> UseHosting(Hosting hosting) =>
        Configure(setup => setup.Hosting = hosting);

    /// <summary>
    /// Limits the gateway's garbage-collected heap; with <see cref="Hosting.Child"/> only, refused
    /// at the start otherwise. Beyond it the runtime throws <see cref="OutOfMemoryException"/>,
    /// which ends the process wherever nothing handles it.
    /// </summary>
    /// <param name="size">
    /// At least 16MB: bytes, or a number directly followed by <c>kB</c>, <c>MB</c>, <c>GB</c>
    /// (powers of 1000), <c>KiB</c>, <c>MiB</c> or <c>GiB</c> (of 1024).
    /// </param>
    /// <exception cref="FormatException">Not such a size.</exception>
    public GatewayHost<TEntryPoint> UseHeapLimit(string size)
    {
        ArgumentNullException.ThrowIfNull(size);
        return UseHeapLimit(HeapLimit.Parse(size));
    }

    /// <inheritdoc cref="UseHeapLimit(string)" />
    /// <param name="bytes">At least 16,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less.</exception>
    public GatewayHost<TEntryPoint> UseHeapLimit(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, HeapLimit.Least);
        return Configure(setup => setup.HeapLimit = bytes);
    }

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
            if (_running is null)
            {
                OptimisedCode.Require(typeof(TEntryPoint).Assembly);
                OptimisedCode.Require(typeof(LoadRunner).Assembly);
                HostingRules.Require(typeof(TEntryPoint).Assembly.GetName().Name!, _setup);
                _running = await (
                    _setup.Hosting == Hosting.Child
                        ? ChildGateway.StartAsync(typeof(TEntryPoint), _setup, cancellationToken)
                        : InProcessGateway<TEntryPoint>.StartAsync(_setup, cancellationToken)
                );
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <inheritdoc />
    public HttpMessageInvoker CreateClient() => Running.CreateClient();

    /// <inheritdoc />
    public HttpMessageInvoker CreateSocketClient() => Running.CreateSocketClient();

    /// <inheritdoc />
    public ValueTask<ProcessUsage?> ReadUsageAsync() => Running.ReadUsageAsync();

    /// <summary>Stops the gateway and frees its port, threads and services.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }
        try
        {
            if (_running is { } running)
            {
                await running.DisposeAsync();
            }
        }
        finally
        {
            _starting.Dispose();
        }
    }

    private GatewayHost<TEntryPoint> Configure(Action<GatewayHostSetup> change)
    {
        if (_running is not null)
        {
            throw new InvalidOperationException("The gateway runs already; configure it before.");
        }
        change(_setup);
        return this;
    }
}
