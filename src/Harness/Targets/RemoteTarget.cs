using System.Data.Common;

namespace GatewayBench;

/// <summary>
/// A gateway that runs already, at a URL: on this machine, or on another that is named with
/// <see cref="Allow"/>. Certificates are judged as the system does. No proxy is used, and redirects
/// are not followed.
/// </summary>
public sealed class RemoteTarget : ITarget, IWatchedTarget
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> _allowed = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _clock;
    private ConnectionOptions _connections = new();
    private readonly WatchedServers _servers = new();
    private Uri? _metrics;
    private string? _fault;
    private bool _reached;

    /// <param name="url">
    /// <c>http</c> or <c>https</c>, with a port and a path if need be, such as
    /// <c>https://staging.example.com/gateway</c>: scenarios' paths are added to its own.
    /// </param>
    /// <exception cref="ArgumentException">
    /// No such URL, or one with a user or password, which would be stored with the result: send
    /// credentials by the scenario's headers.
    /// </exception>
    public RemoteTarget(string url)
        : this(url, TimeProvider.System) { }

    internal RemoteTarget(string url, TimeProvider clock)
    {
        BaseAddress = RemoteAddress.Parse(url);
        _clock = clock;
    }

    /// <inheritdoc />
    public Uri BaseAddress { get; }

    /// <inheritdoc />
    public TargetInfo Info =>
        new(BaseAddress.AbsoluteUri, Connections.LabelOf("remote"), null, [])
        {
            Hosting = "remote",
        };

    /// <inheritdoc />
    public string? Fault => Volatile.Read(ref _fault);

    WatchedSources IWatchedTarget.Watched =>
        new(
            [],
            _metrics is { } url
                ? [new ScrapeSeries(new Scraper(url).TryFetch), .. _servers.All]
                : _servers.All
        );

    private ConnectionOptions Connections =>
        _connections with
        {
            Https = BaseAddress.Scheme == Uri.UriSchemeHttps,
        };

    /// <summary>
    /// Says that a host is yours to load, by its exact name or address. Loopback needs no such
    /// word; everything else is refused without it, because a mistyped URL would load a stranger.
    /// </summary>
    /// <param name="host">Without scheme, port and path: <c>staging.example.com</c>.</param>
    /// <exception cref="ArgumentException">Not a host.</exception>
    public RemoteTarget Allow(string host)
    {
        _allowed.Add(HostName.Require(host));
        return this;
    }

    /// <summary>
    /// Reads what the gateway tells of itself as Prometheus text, once a second beside the load, and
    /// stores it with the result. A page that fails now and then leaves gaps; one that can't be read
    /// at the start ends the run.
    /// </summary>
    /// <param name="url">
    /// A path that is added to the target's own, such as <c>/metrics</c>, or a whole URL: on this
    /// machine, or on a host that is named with <see cref="Allow"/>.
    /// </param>
    /// <exception cref="ArgumentException">Neither, or a URL with a user or password.</exception>
    public RemoteTarget Scrape(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var whole = url.StartsWith('/') ? BaseAddress.AbsoluteUri.TrimEnd('/') + url : url;
        _ = RemoteAddress.Parse(whole);
        // As it is written: a target's own address gets a slash at its end.
        _metrics = new Uri(whole);
        return this;
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
    public RemoteTarget WatchPostgres(Func<DbConnection> open)
    {
        _servers.AddPostgres(open);
        return this;
    }

    /// <summary>
    /// Asks a Redis server once a second beside the load for its <c>INFO</c>: clients, memory, commands,
    /// hits and misses, evictions; stored with the result. A server that does not answer leaves gaps.
    /// </summary>
    /// <param name="address">Host, or host and port, such as <c>127.0.0.1:6379</c>, the default port. Without TLS.</param>
    /// <param name="password">Of the default user; default none. No result shows it.</param>
    /// <exception cref="ArgumentException">No such address.</exception>
    public RemoteTarget WatchRedis(string address, string? password = null)
    {
        _servers.AddRedis(address, password);
        return this;
    }

    /// <summary>
    /// Sets what the connections are like; default HTTP/1.1, used again. TLS is not to be set here:
    /// the URL says it.
    /// </summary>
    /// <exception cref="ArgumentException"><see cref="ConnectionOptions.Https"/> is set.</exception>
    public RemoteTarget UseConnections(ConnectionOptions connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        if (connections.Https)
        {
            throw new ArgumentException(
                $"{nameof(connections.Https)} is not for a remote target; allowed: https in its URL.",
                nameof(connections)
            );
        }
        _connections = connections;
        return this;
    }

    /// <inheritdoc />
    /// <remarks>One HEAD request for the URL: any answer will do.</remarks>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        RemoteAddress.RequireAllowed(BaseAddress, _allowed);
        if (_reached)
        {
            return;
        }
        using var timeout = new CancellationTokenSource(Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timeout.Token,
            cancellationToken
        );
        try
        {
            using var client = CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Head, BaseAddress);
            using var response = await client.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable($"no answer within {Patience.TotalSeconds:0} s", e);
        }
        catch (HttpRequestException e)
        {
            throw Unreachable(e.GetBaseException().Message, e);
        }
        if (_metrics is { } metrics)
        {
            RemoteAddress.RequireAllowed(metrics, _allowed);
            await Task.Run(new Scraper(metrics).Fetch, cancellationToken);
        }
        _reached = true;
    }

    /// <inheritdoc />
    /// <returns>Null: what it uses, even on this machine, is not known.</returns>
    public ValueTask<ProcessUsage?> ReadUsageAsync() => new((ProcessUsage?)null);

    /// <inheritdoc />
    public HttpMessageInvoker CreateClient() =>
        LoadClient.Create(Connections, handler => handler.ConnectCallback = ConnectAsync);

    /// <inheritdoc />
    public HttpMessageInvoker CreateSocketClient() =>
        LoadClient.CreateForSockets(Connections, handler => handler.ConnectCallback = ConnectAsync);

    /// <summary>A scenario may name any URL in its requests; those to another server end the run.</summary>
    private ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        if (!HostName.IsAt(BaseAddress, context.DnsEndPoint))
        {
            var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
            var message =
                $"A request to {host}:{port} was refused; allowed: {BaseAddress.Authority}, the target.";
            Interlocked.CompareExchange(ref _fault, message, null);
            throw new HttpRequestException(HttpRequestError.ConnectionError, message);
        }
        return SocketConnect.ConnectAsync(context.DnsEndPoint, cancellationToken);
    }

    private TargetStartException Unreachable(string cause, Exception inner) =>
        new($"'{BaseAddress}' can't be reached: {cause}", inner);
}
