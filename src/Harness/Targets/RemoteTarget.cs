namespace GatewayBench;

/// <summary>
/// A gateway that runs already, at a URL: on this machine, or on another that is named with
/// <see cref="Allow"/>. Certificates are judged as the system does. No proxy is used, and redirects
/// are not followed.
/// </summary>
public sealed class RemoteTarget : ITarget
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> _allowed = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _clock;
    private ConnectionOptions _connections = new();
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
