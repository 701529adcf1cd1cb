using System.Net.WebSockets;
using System.Text.Json;

namespace Gateway;

/// <summary>
/// Sends events one at a time, and one close. What can't be sent because the client is gone is
/// dropped: whoever reads from it finds out.
/// </summary>
internal sealed class SocketWriter(WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile bool _closed;

    /// <summary>Whether our close is out: nothing is sent any more, and nothing that comes matters.</summary>
    public bool IsClosed => _closed;

    /// <param name="told">The event.</param>
    /// <param name="cancellationToken">Ends the socket too: a message can't be left half sent.</param>
    public async Task SendAsync(TurnEvent told, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(told, GatewayJsonContext.Relaxed.TurnEvent);
        await WriteAsync(
            () =>
                socket.SendAsync(
                    json.AsMemory(),
                    WebSocketMessageType.Text,
                    endOfMessage: true,
                    cancellationToken
                ),
            cancellationToken
        );
    }

    /// <summary>Ends our side of the socket; the first close counts.</summary>
    public Task CloseAsync(
        WebSocketCloseStatus status,
        string reason,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            () =>
            {
                _closed = true;
                return new(socket.CloseOutputAsync(status, reason, cancellationToken));
            },
            cancellationToken
        );

    public void Dispose() => _gate.Dispose();

    private async Task WriteAsync(Func<ValueTask> write, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_closed && socket.State is (WebSocketState.Open or WebSocketState.CloseReceived))
            {
                await write();
            }
        }
        catch (WebSocketException)
        {
            // The client is gone.
        }
        finally
        {
            _gate.Release();
        }
    }
}
