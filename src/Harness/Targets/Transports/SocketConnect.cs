using System.Net;
using System.Net.Sockets;

namespace GatewayBench;

/// <summary>What SocketsHttpHandler does by itself when it has no callback that connects.</summary>
internal static class SocketConnect
{
    public static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint endPoint,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
