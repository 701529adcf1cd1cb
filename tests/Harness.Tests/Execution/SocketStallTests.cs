using System.Net.WebSockets;
using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>How long nothing may come on a socket, by a clock that stands still meanwhile.</summary>
public sealed class SocketStallTests
{
    private const string Ping = """{"type":"ping"}""";

    [Theory]
    [InlineData(Ping, 40)]
    [InlineData("""{"type":"delta","text":"b"}""", 100)]
    public async Task Only_news_keeps_a_socket_from_being_stalled(string said, int stalledAfter)
    {
        var (clock, format) = (new ManualTimeProvider(), new CountingFormat());
        var opened = new TaskCompletionSource<WebSocket>();
        await using var server = new SocketServer(
            (socket, _) =>
            {
                opened.SetResult(socket);
                return Task.CompletedTask;
            }
        );
        await server.Gateway.StartAsync(TestContext.Current.CancellationToken);
        using var client = server.Gateway.CreateClient();
        using var sockets = server.Gateway.CreateSocketClient();
        var chat = Scenario.WebSocketStream("chat", SocketServer.Path, _ => "hi", format);
        using var run = new RowRun(
            new Row(
                server.Gateway,
                chat.StallAfter("100ms"),
                Load.Closed(1, TimeSpan.FromHours(1))
            ),
            client,
            Runs.Options with
            {
                Clock = clock,
            },
            TestContext.Current.CancellationToken,
            sockets
        );
        await using var turns = run.NewStep(run.NewUser(0));

        var turn = turns.RunAsync(clock.GetTimestamp(), new(HitPhase.Measured, 0, 0)).AsTask();
        var socket = await opened.Task;
        await SayAsync("""{"type":"delta","text":"a"}""");
        clock.Advance(TimeSpan.FromMilliseconds(60));
        await SayAsync(said);
        clock.Advance(TimeSpan.FromMilliseconds(stalledAfter - 1));
        Assert.False(turn.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await Eventually.TrueAsync(() => turn.IsCompleted);

        Assert.Equal(Outcome.StalledStream, (await turn).Outcome);

        async Task SayAsync(string message)
        {
            var read = format.Count;
            await SocketServer.SendAsync(socket, message);
            // Once this one is read, all is done that the one before it gave cause to.
            await SocketServer.SendAsync(socket, Ping);
            await Eventually.TrueAsync(() => format.Count == read + 2);
        }
    }

    private sealed class CountingFormat : StreamFormat
    {
        private int _read;

        public int Count => Volatile.Read(ref _read);

        internal override StreamSignals Read(scoped ServerEvent next, StreamedReply reply)
        {
            Interlocked.Increment(ref _read);
            return Deltas.Read(next, reply);
        }
    }
}
