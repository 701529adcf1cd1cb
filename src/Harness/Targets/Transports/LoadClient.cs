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
        HttpMessageHandler handler = connections is { Http2: true, Fresh: true }
            ? new HandlerPerRequest(NewHandler)
            : NewHandler();
        return new HttpMessageInvoker(
            connections.Http2 ? new Http2Handler { InnerHandler = handler } : handler
        );

        SocketsHttpHandler NewHandler()
        {
            var handler = LoadClient.NewHandler();
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
}
