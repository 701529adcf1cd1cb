using System.Net.WebSockets;

namespace GatewayBench.Tests.Execution;

/// <summary>What goes wrong with sockets and their turns, and what it is called.</summary>
public sealed class SocketOutcomeTests
{
    [Theory]
    [InlineData(401, Outcome.Http4xx)]
    [InlineData(429, Outcome.RateLimited)]
    [InlineData(503, Outcome.Http5xx)]
    [InlineData(200, Outcome.BadBody)]
    public async Task A_refused_upgrade_has_the_class_of_its_status(int status, Outcome expected)
    {
        var upgrades = 0;
        await using var server = new SocketServer(SocketServer.ChatAsync)
        {
            Accepts = context =>
            {
                context.Response.StatusCode = status;
                return Interlocked.Increment(ref upgrades) == 1;
            },
        };

        var row = await Runs.RowAsync(server.Gateway, SocketServer.Chat);

        Assert.Equal([expected], row.Errors.Keys);
        Assert.Equal($"connect: HTTP {status} to the upgrade", row.Samples[expected]);
        Assert.Equal(row.Errors[expected], row.Parts[0].Errors[expected]);
    }

    [Fact]
    public async Task Nobody_there_is_a_failed_connect()
    {
        var server = new RawServer("");
        server.Dispose();

        var row = await Runs.RowAsync(server, SocketServer.Chat);

        Assert.Equal([Outcome.Connect], row.Errors.Keys);
    }

    [Fact]
    public async Task A_socket_that_is_closed_within_a_turn_is_a_truncated_stream_and_is_reopened()
    {
        var turns = 0;
        await using var server = new SocketServer(
            async (socket, message) =>
            {
                if (Interlocked.Increment(ref turns) % 5 != 0)
                {
                    await SocketServer.ChatAsync(socket, message);
                    return;
                }
                await SocketServer.SendAsync(socket, """{"type":"delta"}""");
                await socket.CloseOutputAsync(
                    WebSocketCloseStatus.EndpointUnavailable,
                    "going away",
                    CancellationToken.None
                );
            }
        );

        var row = await Runs.RowAsync(server.Gateway, SocketServer.Chat);

        RowCheck.AddsUp(row);
        Assert.Equal([Outcome.TruncatedStream], row.Errors.Keys);
        Assert.Equal(
            "closed with 1001 going away within a turn",
            row.Samples[Outcome.TruncatedStream]
        );
        Assert.Equal(turns / 5, row.Errors[Outcome.TruncatedStream]);
        Assert.Empty(row.Parts[0].Errors);
        Assert.Equal(server.Opened - 1, row.Parts[0].Successes);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_a_turn_is_a_truncated_stream_too()
    {
        var turns = 0;
        await using var server = new SocketServer(
            async (socket, message) =>
            {
                if (Interlocked.Increment(ref turns) == 1)
                {
                    await SocketServer.ChatAsync(socket, message);
                    return;
                }
                socket.Abort();
            }
        );

        Assert.Equal(
            [Outcome.TruncatedStream],
            (await Runs.RowAsync(server.Gateway, SocketServer.Chat)).Errors.Keys
        );
    }

    [Fact]
    public async Task An_error_message_is_a_stream_error_and_the_socket_stays_open()
    {
        await using var server = new SocketServer(
            async (socket, _) =>
                await SocketServer.SendAsync(socket, """{"type":"error","reason":"provider"}""")
        );

        var row = await Runs.RowAsync(
            server.Gateway,
            SocketServer.Chat.Expect(Outcome.StreamError)
        );

        Assert.Equal([Outcome.StreamError], row.Errors.Keys);
        Assert.True(row.Errors[Outcome.StreamError] > 1);
        Assert.Contains("provider", row.Samples[Outcome.StreamError], StringComparison.Ordinal);
        Assert.Equal(1, row.Parts[0].Successes);
        Assert.Equal(2, server.Opened);
    }

    [Fact]
    public async Task A_turn_without_end_is_a_time_out()
    {
        await using var server = new SocketServer((_, _) => Task.CompletedTask);

        var row = await Runs.RowAsync(
            server.Gateway,
            SocketServer.Chat.Expect(Outcome.Timeout),
            options: Runs.Options with
            {
                ExchangeTimeout = TimeSpan.FromMilliseconds(50),
            }
        );

        Assert.Equal([Outcome.Timeout], row.Errors.Keys);
    }

    [Fact]
    public async Task A_check_that_fails_is_a_bad_body()
    {
        await using var server = new SocketServer(SocketServer.ChatAsync);

        var row = await Runs.RowAsync(
            server.Gateway,
            SocketServer.Chat.Check("is short", r => r.Body.Length < 9)
        );

        Assert.Equal([Outcome.BadBody], row.Errors.Keys);
        Assert.Contains(
            "check 'is short' failed",
            row.Samples[Outcome.BadBody],
            StringComparison.Ordinal
        );
    }
}
