using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GatewayBench.Tests.Targets;

/// <summary>Sockets that a thread of the load client waits for.</summary>
public sealed class PolledStreamTests : IDisposable
{
    private const int Races = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly SocketPoller? _poller;
    private readonly Socket _server = null!;
    private readonly PolledStream _stream = null!;

    public PolledStreamTests()
    {
        Assert.SkipUnless(SocketPoller.IsSupported, "Needs Linux on x64 or arm64.");
        _poller = new SocketPoller();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listener.LocalEndpoint);
        _server = listener.AcceptSocket();
        client.Blocking = false;
        _stream = new PolledStream(client, _poller);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _stream.Dispose();
        _server.Dispose();
        _poller?.Dispose();
    }

    [Fact]
    public async Task What_comes_is_read_whether_it_came_before_or_after_the_read()
    {
        Send("one");
        Assert.Equal("one", await ReadAsync());

        var waiting = ReadAsync();
        Send("two");
        Assert.Equal("two", await waiting);
    }

    [Fact]
    public async Task A_read_without_room_waits_for_something_and_takes_nothing()
    {
        var waiting = _stream.ReadAsync(Memory<byte>.Empty, Stop).AsTask();
        Send("late");
        Assert.Equal(0, await waiting.WaitAsync(Patience, Stop));
        Assert.Equal("late", await ReadAsync());

        // What was announced and has been read since is not announced once more.
        var nothing = _stream.ReadAsync(Memory<byte>.Empty, Stop).AsTask();
        Assert.False(nothing.IsCompleted);
        Send("again");
        Assert.Equal(0, await nothing.WaitAsync(Patience, Stop));
    }

    [Fact]
    public async Task What_did_not_fit_is_still_there()
    {
        Send("abcdef");
        Assert.Equal("ab", await ReadAsync(room: 2));

        Assert.Equal(0, await _stream.ReadAsync(Memory<byte>.Empty, Stop));
        Assert.Equal("cdef", await ReadAsync());
    }

    [Fact]
    public async Task The_end_is_told_to_every_read_also_when_it_came_with_the_last_bytes()
    {
        var waiting = ReadAsync();
        Send("last");
        _server.Shutdown(SocketShutdown.Both);
        Assert.Equal("last", await waiting);

        Assert.Equal(0, await WithPatience(_stream.ReadAsync(Memory<byte>.Empty, Stop)));
        Assert.Equal("", await ReadAsync());
        Assert.Equal("", await ReadAsync());
    }

    [Fact]
    public async Task A_reset_is_an_error_of_the_read()
    {
        var waiting = ReadAsync();
        _server.LingerState = new LingerOption(true, 0);
        _server.Close();

        var error = await Assert.ThrowsAsync<IOException>(() => waiting);

        var cause = Assert.IsType<SocketException>(error.InnerException);
        Assert.Equal(SocketError.ConnectionReset, cause.SocketErrorCode);
    }

    [Fact]
    public async Task Disposing_and_cancelling_end_a_read_that_waits()
    {
        using var cancel = new CancellationTokenSource();
        var cancelled = _stream.ReadAsync(new byte[1], cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            cancelled.WaitAsync(Patience, Stop)
        );

        var waiting = ReadAsync();
        await _stream.DisposeAsync();
        await Assert.ThrowsAsync<IOException>(() => waiting);
    }

    [Fact]
    public async Task More_than_the_socket_holds_is_written_as_the_other_side_reads()
    {
        var sent = new byte[20_000_000];
        new Random(1).NextBytes(sent);

        var writing = _stream.WriteAsync(sent, Stop).AsTask();
        var received = new byte[sent.Length];
        for (var got = 0; got < received.Length; )
        {
            got += await _server.ReceiveAsync(received.AsMemory(got), Stop);
        }
        await writing.WaitAsync(Patience, Stop);

        Assert.Equal(sent, received);
    }

    [Fact]
    public async Task Reads_go_on_in_the_poller_and_many_exchanges_lose_nothing()
    {
        var echo = Task.Run(
            async () =>
            {
                var buffer = new byte[64];
                while (await _server.ReceiveAsync(buffer, Stop) is var count and > 0)
                {
                    await _server.SendAsync(buffer.AsMemory(0, count), Stop);
                }
            },
            Stop
        );
        for (var i = 0; i < 5_000; i++)
        {
            var text = $"message {i}";
            await _stream.WriteAsync(Encoding.ASCII.GetBytes(text), Stop);
            Assert.Equal(text, await ReadAsync());
        }
        _stream.Dispose();
        await echo.WaitAsync(Patience, Stop);
    }

    [Fact]
    public async Task A_byte_that_races_with_a_cancellation_is_read_by_this_read_or_the_next()
    {
        var buffer = new byte[10];
        var read = 0;
        for (var i = 0; i < Races; i++)
        {
            using var cancel = new CancellationTokenSource();
            var waiting = _stream.ReadAsync(buffer, cancel.Token).AsTask();
            await RaceAsync(cancel.Cancel, () => Send("x"));
            try
            {
                read += await waiting.WaitAsync(Patience, Stop);
            }
            catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
            {
                read += await WithPatience(_stream.ReadAsync(buffer, Stop));
            }
        }

        Assert.Equal(Races, read);
    }

    [Fact]
    public async Task A_read_ends_however_disposing_cancelling_and_the_other_side_race()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var ends = 0;
        for (var i = 0; i < Races; i++)
        {
            using var cancel = new CancellationTokenSource();
            var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
            client.Connect(listener.LocalEndpoint);
            client.Blocking = false;
            using var server = listener.AcceptSocket();
            var stream = new PolledStream(client, _poller!);
            var waiting = stream.ReadAsync(new byte[10], cancel.Token).AsTask();
            await RaceAsync(stream.Dispose, cancel.Cancel, () => server.Send("x"u8));

            var end = await Record.ExceptionAsync(() => waiting.WaitAsync(Patience, Stop));

            var isNamed = end is null or IOException or OperationCanceledException;
            ends += isNamed || end is ObjectDisposedException ? 1 : 0;
        }

        Assert.Equal(Races, ends);
    }

    /// <summary>All at once, each on a thread of its own.</summary>
    private static Task RaceAsync(params Action[] actions)
    {
        var ready = 0;
        return Task.WhenAll(
            actions.Select(action =>
                Task.Run(
                    () =>
                    {
                        Interlocked.Increment(ref ready);
                        SpinWait.SpinUntil(() => Volatile.Read(ref ready) == actions.Length);
                        action();
                    },
                    Stop
                )
            )
        );
    }

    private void Send(string text) => _server.Send(Encoding.ASCII.GetBytes(text));

    private async Task<string> ReadAsync(int room = 100)
    {
        var buffer = new byte[room];
        return Encoding.ASCII.GetString(
            buffer,
            0,
            await WithPatience(_stream.ReadAsync(buffer, Stop))
        );
    }

    private static Task<int> WithPatience(ValueTask<int> read) =>
        read.AsTask().WaitAsync(Patience, Stop);
}
