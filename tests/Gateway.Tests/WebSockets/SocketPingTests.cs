using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests;

/// <summary>Read byte by byte: .NET's client answers pings, and shows none.</summary>
public sealed class SocketPingTests
{
    // Both waits are of a second, the least that may be set; only a broken gateway meets this limit.
    private const int HangGuard = 60_000;
    private const byte LastFrame = 0x80;
    private const byte Ping = 0x9;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangGuard)]
    public async Task A_silent_client_is_pinged_and_is_gone_if_it_does_not_answer()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("WebSockets:KeepAliveSeconds", "1"),
            ("WebSockets:KeepAliveTimeoutSeconds", "1")
        );
        using var client = new TcpClient();
        var address = SocketClient.AddressOf(gateway);
        await client.ConnectAsync(address.Host, address.Port, Cancelled);
        var stream = client.GetStream();

        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\n"
                    + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            ),
            Cancelled
        );
        Assert.StartsWith("HTTP/1.1 101 ", await HeadAsync(stream), StringComparison.Ordinal);
        var frame = new byte[2];
        await stream.ReadExactlyAsync(frame, Cancelled);

        Assert.Equal(LastFrame | Ping, frame[0]);
        await gateway.MetricAsync(metrics => metrics.Value("gateway_websocket_open") == 0);
    }

    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            await stream.ReadExactlyAsync(next, Cancelled);
            head.Add(next[0]);
        }
        return Encoding.ASCII.GetString([.. head]);
    }
}
