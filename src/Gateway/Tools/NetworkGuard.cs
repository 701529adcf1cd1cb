using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Connects the HTTP tool to public addresses only, so that a name which leads into the gateway's
/// own network opens nothing. It checks the very address that it connects to: a name may lead
/// elsewhere at each look-up.
/// </summary>
internal sealed class NetworkGuard(IOptions<HttpToolOptions> options)
{
    // What IANA's registries of special-purpose addresses (RFC 6890 and successors) call not
    // globally reachable, multicast, and what wraps an IPv4 address in an IPv6 one.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private readonly IPNetwork[] _allowed =
    [
        .. options.Value.AllowedNetworks.Select(IPNetwork.Parse),
    ];

    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Special.Any(network => network.Contains(plain))
            || _allowed.Any(network => network.Contains(plain));
    }

    /// <exception cref="ToolException">The host has no address that is allowed.</exception>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var all = await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = Array.FindAll(all, Allows);
        if (allowed.Length == 0)
        {
            throw new ToolException($"{host} leads to no address that is allowed.");
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
