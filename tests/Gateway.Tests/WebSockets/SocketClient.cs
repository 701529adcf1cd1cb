using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Gateway.Tests;

/// <summary>A real client of <c>/ws/chat</c>.</summary>
internal sealed class SocketClient(ClientWebSocket socket) : IDisposable
{
    public ClientWebSocket Socket => socket;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<SocketClient> OpenAsync(
        TestGateway gateway,
        string? origin = null,
        string? bearer = null
    )
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }
        if (bearer is not null)
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {bearer}");
        }
        await socket.ConnectAsync(AddressOf(gateway), Cancelled);
        return new(socket);
    }

    public static Uri AddressOf(TestGateway gateway)
    {
        using var client = gateway.Connect();
        return new UriBuilder(client.BaseAddress!) { Scheme = "ws", Path = "/ws/chat" }.Uri;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(
        byte[] bytes,
        WebSocketMessageType type = WebSocketMessageType.Text,
        bool end = true
    ) => socket.SendAsync(bytes, type, end, Cancelled);

    /// <returns>Null once the gateway closes.</returns>
    public async Task<JsonElement?> NextAsync()
    {
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, Cancelled);
        if (received.MessageType is WebSocketMessageType.Close)
        {
            return null;
        }
        Assert.Equal(WebSocketMessageType.Text, received.MessageType);
        Assert.True(received.EndOfMessage);
        return JsonElement.Parse(buffer.AsSpan(0, received.Count));
    }

    /// <summary>Everything up to the event that ends a turn.</summary>
    public async Task<List<JsonElement>> TurnAsync()
    {
        var told = new List<JsonElement>();
        do
        {
            told.Add((await NextAsync())!.Value);
        } while (told[^1].Text("type") is "delta" or "tool");
        return told;
    }

    /// <summary>Closes, and waits for the gateway to do the same.</summary>
    public Task CloseAsync() =>
        socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancelled);

    /// <summary>Why the gateway closes, after which the socket is closed on both sides.</summary>
    public async Task<(int? Status, string? Reason)> ClosedAsync()
    {
        Assert.Null(await NextAsync());
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancelled);
        Assert.Equal(WebSocketState.Closed, socket.State);
        return ((int?)socket.CloseStatus, socket.CloseStatusDescription);
    }

    public void Dispose() => socket.Dispose();
}
