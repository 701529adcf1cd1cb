using System.Net;
using System.Net.Sockets;

namespace GatewayBench;

/// <summary>
/// Connects sockets that a poller waits for, without a thread that waits for any of them: beyond the
/// server's backlog a connect takes seconds.
/// </summary>
internal static class PolledConnect
{
    /// <param name="endPoint">An address, or a name, whose addresses are tried one after the other.</param>
    /// <param name="poller">Waits for the socket, from the connect on.</param>
    /// <param name="cancellationToken">Gives the socket up.</param>
    /// <exception cref="SocketException">No address could be connected to.</exception>
    public static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint endPoint,
        SocketPoller poller,
        CancellationToken cancellationToken
    )
    {
        var addresses = IPAddress.TryParse(endPoint.Host, out var address)
            ? [address]
            : await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken);
        foreach (var other in addresses[..^1])
        {
            try
            {
                return await ConnectToAsync(new(other, endPoint.Port), poller, cancellationToken);
            }
            catch (SocketException)
            {
                // The last one says what is wrong.
            }
        }
        return await ConnectToAsync(new(addresses[^1], endPoint.Port), poller, cancellationToken);
    }

    /// <remarks>
    /// The runtime's own asynchronous connect would leave the socket with the runtime's poller as
    /// well.
    /// </remarks>
    private static async ValueTask<Stream> ConnectToAsync(
        IPEndPoint endPoint,
        SocketPoller poller,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            Blocking = false,
        };
        PolledStream? stream = null;
        try
        {
            var connected = IsConnected(socket, endPoint);
            stream = new PolledStream(socket, poller, connected);
            if (!connected)
            {
                await stream.ConnectedAsync(cancellationToken);
            }
            return stream;
        }
        catch
        {
            stream?.Dispose();
            socket.Dispose();
            throw;
        }
    }

    /// <returns>Whether it is connected already, as on loopback it mostly is.</returns>
    private static bool IsConnected(Socket socket, IPEndPoint endPoint)
    {
        try
        {
            socket.Connect(endPoint);
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
        {
            return false;
        }
    }
}
