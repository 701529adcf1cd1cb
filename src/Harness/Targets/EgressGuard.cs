using System.Net;

namespace GatewayBench;

/// <summary>Knows which hosts a gateway may call, and keeps the first call to any other.</summary>
internal sealed class EgressGuard : IDisposable
{
    private readonly HashSet<string> _hosts;
    private HashSet<IPAddress> _addresses = [];
    private string? _violation;

    private readonly Action<string>? _whenViolated;

    private EgressGuard(IEnumerable<string> hosts, Action<string>? whenViolated)
    {
        _whenViolated = whenViolated;
        _hosts = new HashSet<string>(hosts, StringComparer.OrdinalIgnoreCase);
        ConnectionWatch.Add(this);
    }

    /// <summary>The first call to a host that isn't listed, as one message; null if there was none.</summary>
    public string? Violation => Volatile.Read(ref _violation);

    /// <summary>
    /// Looks up the listed names once, because the connections of clients that the guard cannot
    /// wrap are seen by their address only.
    /// </summary>
    /// <param name="allowed">Names and addresses besides loopback.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <param name="whenViolated">Told of the first violation, before whoever made the call is.</param>
    public static async Task<EgressGuard> CreateAsync(
        IEnumerable<string> allowed,
        CancellationToken cancellationToken,
        Action<string>? whenViolated = null
    )
    {
        var guard = new EgressGuard(allowed, whenViolated);
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
            catch (OperationCanceledException)
            {
                guard.Dispose();
                throw;
            }
        }
        guard._addresses = addresses;
        return guard;
    }

    public bool Allows(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || _hosts.Contains(host)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var ip) && Allows(ip));

    /// <remarks>Sockets for both families name an IPv4 address by its IPv6 form.</remarks>
    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) || _addresses.Contains(plain);
    }

    /// <summary>Keeps the violation if it is the first.</summary>
    /// <param name="host">The name or address.</param>
    /// <param name="held">Whether the call was held back; otherwise it was only seen.</param>
    /// <returns>The message for whoever made the call.</returns>
    public string Deny(string host, bool held)
    {
        var message =
            $"Outgoing call to '{host}' {(held ? "refused" : "seen, by a client that can't be held back")}; allowed: loopback"
            + string.Concat(_hosts.Select(h => $", {h}"))
            + ". Point the gateway at the fake with UseProvider, or list the host with AllowOutgoing.";
        if (Interlocked.CompareExchange(ref _violation, message, null) is null)
        {
            _whenViolated?.Invoke(message);
        }
        return message;
    }

    public void Dispose() => ConnectionWatch.Remove(this);
}
