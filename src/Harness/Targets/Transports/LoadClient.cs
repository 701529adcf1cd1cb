using System.Net;

namespace GatewayBench;

/// <summary>The handler that every transport's client starts from.</summary>
internal static class LoadClient
{
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
