using System.Buffers;
using System.Net.WebSockets;

namespace Gateway;

/// <summary>Puts a client's messages together, of however many fragments they are made.</summary>
internal sealed class SocketReader(WebSocket socket, int maxBytes)
{
    /// <exception cref="WebSocketException">The client is gone without a close.</exception>
    public async Task<SocketMessage> ReadAsync(CancellationToken cancellationToken)
    {
        // Into nothing first: most sockets wait most of the time, and needn't hold a buffer for that.
        var received = await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
        var message = new ArrayBufferWriter<byte>();
        while (received.MessageType is not WebSocketMessageType.Close && !received.EndOfMessage)
        {
            received = await socket.ReceiveAsync(message.GetMemory(), cancellationToken);
            message.Advance(received.Count);
            if (received.MessageType is WebSocketMessageType.Binary)
            {
                break;
            }
            if (message.WrittenCount > maxBytes)
            {
                return new(SocketMessageKind.TooLong);
            }
        }
        return received.MessageType switch
        {
            WebSocketMessageType.Text => new(SocketMessageKind.Text, message.WrittenMemory),
            WebSocketMessageType.Binary => new(SocketMessageKind.Binary),
            _ => new(SocketMessageKind.Close),
        };
    }
}
