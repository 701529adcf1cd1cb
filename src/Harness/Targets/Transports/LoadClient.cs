using System.Net;
using System.Security.Authentication;

namespace GatewayBench;

/// <summary>What every client of ours starts from.</summary>
internal static class LoadClient
{
    public const SslProtocols TlsVersions = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <param name="connections">What the connections are like.</param>
    /// <param name="connect">Teaches a handler the way to the target.</param>
    public static HttpMessageInvoker Create(
        ConnectionOptions connections,
        Action<SocketsHttpHandler> connect
    )
    {
        if (connections is { Http2: true, Fresh: true })
        {
            return new(
                new Http2Handler
                {
                    InnerHandler = new HandlerPerRequest(() => NewHandler(connections, connect)),
                }
            );
        }
        var handler = NewHandler(connections, connect);
        if (connections.Http2)
        {
            return new(new Http2Handler { InnerHandler = handler });
        }
        // Who connects anew each time has little to wait for on any one socket.
        var isPolled =
            handler.ConnectCallback is null && !connections.Fresh && SocketPoller.IsSupported;
        return isPolled
            ? PolledClient.Create(handler, Environment.ProcessorCount, () => new SocketPoller())
            : new HttpMessageInvoker(handler);
    }

    /// <summary>
    /// For WebSockets, which take a connection each and for good, and which the client's own pollers
    /// can't hand on.
    /// </summary>
    /// <inheritdoc cref="Create" />
    /// <exception cref="TargetStartException">They are HTTP/2.</exception>
    public static HttpMessageInvoker CreateForSockets(
        ConnectionOptions connections,
        Action<SocketsHttpHandler> connect
    ) =>
        connections.Http2
            ? throw new TargetStartException(
                "WebSockets are not made over HTTP/2 here; allowed: connections with Http2 = false."
            )
            : new HttpMessageInvoker(NewHandler(connections, connect));

    /// <summary>
    /// Without what a load client must not do: no proxy (it would send loopback traffic away), no
    /// cookies shared between users, no redirects, no idle expiry, no headers of its own.
    /// </summary>
    public static SocketsHttpHandler NewHandler() =>
        new()
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = int.MaxValue,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            ActivityHeadersPropagator = null,
        };

    private static SocketsHttpHandler NewHandler(
        ConnectionOptions connections,
        Action<SocketsHttpHandler> connect
    )
    {
        var handler = NewHandler();
        handler.SslOptions.EnabledSslProtocols = TlsVersions;
        handler.EnableMultipleHttp2Connections = true;
        if (connections.Fresh)
        {
            handler.PooledConnectionLifetime = TimeSpan.Zero;
            handler.SslOptions.AllowTlsResume = false;
        }
        connect(handler);
        return handler;
    }
}
