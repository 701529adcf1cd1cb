using System.Net;
using System.Net.WebSockets;
using System.Text;
using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>What happens to a user's socket between two turns.</summary>
public sealed class UserSocketTests : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _cancel.Dispose();

    [Fact]
    public async Task A_socket_that_the_other_end_closed_meanwhile_is_not_open()
    {
        await using var server = new SocketServer(
            async (socket, message) =>
            {
                await SocketServer.SendAsync(socket, message);
                await socket.CloseOutputAsync(
                    WebSocketCloseStatus.PolicyViolation,
                    "idle",
                    CancellationToken.None
                );
            }
        );
        await using var socket = await OpenAsync(server);
        var body = new BodyBuffer();

        await socket.SendAsync("hi", Cancellation);
        Assert.True(await socket.ReceiveAsync(body));
        Assert.Equal("hi", Encoding.UTF8.GetString(body.WrittenSpan));
        socket.Watch();

        await Eventually.TrueAsync(() => !socket.IsOpen);
        Assert.Equal("closed with 1008 idle", socket.ClosedBecause);
    }

    [Fact]
    public async Task A_connection_that_broke_meanwhile_is_not_open()
    {
        await using var server = new SocketServer((_, _) => Task.CompletedTask)
        {
            Greet = socket =>
            {
                socket.Abort();
                return Task.CompletedTask;
            },
        };
        await using var socket = await OpenAsync(server);

        await Eventually.TrueAsync(() => !socket.IsOpen);
    }

    [Fact]
    public async Task What_came_between_turns_is_dropped()
    {
        await using var server = new SocketServer(SocketServer.SendAsync)
        {
            Greet = async socket =>
            {
                await SocketServer.SendAsync(socket, "welcome");
                await SocketServer.SendAsync(socket, "");
                await SocketServer.SendAsync(socket, "news");
            },
        };
        await using var socket = await OpenAsync(server);
        var (body, dropped) = (new BodyBuffer(), 0);

        while (dropped < 3)
        {
            await Eventually.TrueAsync(() => socket.HasNews);
            dropped += await socket.DropAsync();
        }
        await socket.SendAsync("hi", Cancellation);
        Assert.True(await socket.ReceiveAsync(body));

        Assert.Equal((3, "hi"), (dropped, Encoding.UTF8.GetString(body.WrittenSpan)));
        Assert.True(socket.IsOpen);
    }

    [Fact]
    public async Task A_run_that_is_given_up_breaks_its_sockets_off_without_a_goodbye()
    {
        await using var server = new SocketServer((_, _) => Task.CompletedTask);
        var socket = await OpenAsync(server);
        await Eventually.TrueAsync(() => server.Open == 1);

        await _cancel.CancelAsync();
        await socket.DisposeAsync();

        await Eventually.TrueAsync(() => server.Open == 0);
        Assert.Equal((1, 0), (server.Opened, server.Goodbyes));
    }

    private async Task<UserSocket> OpenAsync(SocketServer server)
    {
        await server.Gateway.StartAsync(Cancellation);
        var socket = new UserSocket(TimeProvider.System, _cancel.Token);
        using var client = server.Gateway.CreateSocketClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(server.Gateway.BaseAddress, SocketServer.Path)
        );
        Assert.Equal(
            HttpStatusCode.SwitchingProtocols,
            await socket.OpenAsync(request, null, client, Cancellation)
        );
        return socket;
    }
}
