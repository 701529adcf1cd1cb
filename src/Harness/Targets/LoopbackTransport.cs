using System.Net;

namespace GatewayBench;

/// <summary>Kestrel over loopback sockets, HTTP/1.1, pooled connections.</summary>
internal static class LoopbackTransport
{
    public const string Name = "loopback";

    /// <summary>
    /// One handler without what a load client must not do: no proxy (it would send loopback
    /// traffic away), no cookies shared between users, no redirects, no idle expiry, no headers
    /// of its own.
    /// </summary>
    public static HttpMessageInvoker CreateClient() =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                MaxConnectionsPerServer = int.MaxValue,
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
                ActivityHeadersPropagator = null,
            }
        );

    /// <summary>The one address to load, after making sure that no other was opened.</summary>
    public static Uri RequireLoopback(ICollection<string> addresses)
    {
        var outside = addresses.Where(a => !new Uri(a).IsLoopback).ToList();
        return outside.Count == 0
            ? new Uri(addresses.First())
            : throw new TargetStartException(
                $"it listens on {string.Join(", ", outside)}; allowed: loopback only."
                    + " Move ListenAnyIP or Listen calls out of ConfigureKestrel into configuration"
            );
    }
}
