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

    /// <exception cref="TargetStartException">An address is not loopback's.</exception>
    public static void RequireLoopback(ICollection<string> addresses)
    {
        var outside = addresses.Where(a => !new Uri(a).IsLoopback).ToList();
        if (outside.Count > 0)
        {
            throw new TargetStartException(
                $"it listens on {string.Join(", ", outside)}; allowed: loopback only."
                    + " Move ListenAnyIP or Listen calls out of ConfigureKestrel into configuration"
            );
        }
    }
}
