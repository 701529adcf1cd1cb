using System.Net;

namespace GatewayBench;

/// <summary>Knows which hosts a gateway may call, and keeps the first call to any other.</summary>
internal sealed class EgressGuard : IDisposable
{
    private readonly HashSet<string> _hosts;
    private HashSet<IPAddress> _addresses = [];
    private string? _violation;

    private EgressGuard(IEnumerable<string> hosts)
    {
        _hosts = new HashSet<string>(hosts, StringComparer.OrdinalIgnoreCase);
        ConnectionWatch.Add(this);
    }

    /// <summary>The first call to a host that isn't listed, as one message; null if there was none.</summary>
    public string? Violation => Volatile.Read(ref _violation);

    /// <summary>
    /// Looks up the listed names once, because the connections of clients that the guard cannot
    /// wrap are seen by their address only.
    /// </summary>
    public static async Task<EgressGuard> CreateAsync(
        IEnumerable<string> allowed,
        CancellationToken cancellationToken
    )
    {
        var guard = new EgressGuard(allowed);
        var addresses = new HashSet<IPAddress>();
        foreach (var host in guard._hosts)
        {
            try
            {
                addresses.UnionWith(await Dns.GetHostAddressesAsync(host, cancellationToken));
            }
            catch (System.Net.Sockets.SocketException)
            {
                // A name that does not resolve cannot be connected to either.
            }
        }
        guard._addresses = addresses;
        return guard;
    }

    public bool Allows(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || _hosts.Contains(host)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var ip) && Allows(ip));

    public bool Allows(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        || _addresses.Contains(address);

    public string Deny(string host)
    {
        var message =
            $"Outgoing call to '{host}' refused; allowed: loopback"
            + string.Concat(_hosts.Select(h => $", {h}"))
            + ". Point the gateway at the fake with UseProvider, or list the host with AllowOutgoing.";
        Interlocked.CompareExchange(ref _violation, message, null);
        return message;
    }

    public void Dispose() => ConnectionWatch.Remove(this);
}
