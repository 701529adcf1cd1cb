using System.Net;

namespace GatewayBench;

/// <summary>The host part of an address, as allow lists name it.</summary>
internal static class HostName
{
    /// <exception cref="ArgumentException">Not a host: a port or a scheme would never match.</exception>
    public static string Require(string host)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(host);
        return Uri.CheckHostName(host) != UriHostNameType.Unknown
            ? host
            : throw new ArgumentException(
                $"'{host}' is not a host; allowed: a name or an address, without scheme, port and path.",
                nameof(host)
            );
    }

    /// <summary>Whether it is this machine, or one that is named.</summary>
    public static bool IsAllowed(string host, IReadOnlyCollection<string> named) =>
        new UriBuilder(Uri.UriSchemeHttp, host).Uri.IsLoopback
        || named.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a connection goes to an address: handlers keep an IPv6 host's brackets.</summary>
    public static bool IsAt(Uri address, DnsEndPoint endPoint) =>
        address.Port == endPoint.Port
        && endPoint
            .Host.AsSpan()
            .Trim("[]")
            .Equals(address.IdnHost.AsSpan().Trim("[]"), StringComparison.OrdinalIgnoreCase);
}
