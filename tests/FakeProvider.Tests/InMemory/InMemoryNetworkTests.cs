using System.Buffers;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace GatewayBench.FakeProviderTests.InMemory;

public sealed class InMemoryNetworkTests
{
    private readonly InMemoryNetwork _network = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_arrive_whole_and_in_order_in_both_directions()
    {
        var sent = new byte[1_000_003];
        new Random(1).NextBytes(sent);
        await using var client = _network.Connect();
        await using var server = await AcceptAsync();

        var echo = EchoAsync(server);
        var write = WriteInPiecesAsync(client, sent);
        var received = new byte[sent.Length];
        await client.ReadExactlyAsync(received, Cancellation);
        await write;

        Assert.True(received.AsSpan().SequenceEqual(sent));
        await client.DisposeAsync();
        await echo;
    }

    [Fact]
    public async Task When_the_client_leaves_the_server_reads_the_end()
    {
        var client = _network.Connect();
        await using var server = await AcceptAsync();

        await client.DisposeAsync();

        Assert.True((await server.Transport.Input.ReadAsync(Cancellation)).IsCompleted);
    }

    [Fact]
    public async Task When_the_server_ends_the_client_reads_the_end()
    {
        await using var client = _network.Connect();
        await using var server = await AcceptAsync();

        await server.Transport.Output.CompleteAsync();

        Assert.Equal(0, await client.ReadAsync(new byte[10], Cancellation));
    }

    [Fact]
    public async Task When_the_client_leaves_the_server_is_told_without_reading()
    {
        var client = _network.Connect();
        await using var server = await AcceptAsync();
        var told = new TaskCompletionSource();
        using var _ = server.ConnectionClosed.Register(told.SetResult);

        await client.DisposeAsync();

        await told.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
    }

    [Fact]
    public async Task When_the_server_breaks_off_the_client_reads_what_was_sent_and_then_a_reset()
    {
        await using var client = _network.Connect();
        await using var server = await AcceptAsync();
        await server.Transport.Output.WriteAsync(new byte[] { 1, 2, 3 }, Cancellation);
        var buffer = new byte[10];

        server.Abort();

        Assert.Equal(3, await client.ReadAsync(buffer, Cancellation));
        await AssertResetAsync(client.ReadAsync(buffer, Cancellation).AsTask());
        await AssertResetAsync(client.ReadAsync(buffer, Cancellation).AsTask());
    }

    [Fact]
    public async Task A_read_that_waits_ends_when_the_server_breaks_off_or_is_done()
    {
        await using var first = _network.Connect();
        await using var aborted = await AcceptAsync();
        await using var second = _network.Connect();
        var disposed = await AcceptAsync();

        var ofAborted = first.ReadAsync(new byte[1], Cancellation).AsTask();
        var ofDisposed = second.ReadAsync(new byte[1], Cancellation).AsTask();
        aborted.Abort();
        await disposed.DisposeAsync();

        await AssertResetAsync(ofAborted);
        Assert.Equal(0, await ofDisposed.WaitAsync(TimeSpan.FromMinutes(1), Cancellation));
        // Kestrel does so when it stops; a source that is gone by then must not end the process.
        disposed.Abort();
    }

    [Fact]
    public async Task A_read_of_nothing_waits_for_something_and_takes_none_of_it()
    {
        await using var client = _network.Connect();
        await using var server = await AcceptAsync();

        var nothing = client.ReadAsync(Memory<byte>.Empty, Cancellation);
        Assert.False(nothing.IsCompleted);
        await server.Transport.Output.WriteAsync(new byte[] { 7 }, Cancellation);

        Assert.Equal(0, await nothing);
        var buffer = new byte[10];
        Assert.Equal(1, await client.ReadAsync(buffer, Cancellation));
        Assert.Equal(7, buffer[0]);
    }

    [Fact]
    public async Task After_unbinding_nobody_connects_and_accepting_ends()
    {
        await using (var listener = new InMemoryListener(_network, MemoryPool<byte>.Shared))
        {
            await listener.UnbindAsync(Cancellation);
        }

        Assert.Throws<SocketException>(_network.Connect);
        Assert.Null(await _network.AcceptAsync(Cancellation));
    }

    private static async Task AssertResetAsync(Task read)
    {
        var error = await Assert.ThrowsAsync<IOException>(() =>
            read.WaitAsync(TimeSpan.FromMinutes(1), Cancellation)
        );
        var socket = Assert.IsType<SocketException>(error.InnerException);
        Assert.Equal(SocketError.ConnectionReset, socket.SocketErrorCode);
    }

    private async Task<ConnectionContext> AcceptAsync() =>
        (await _network.AcceptAsync(Cancellation))!;

    private static async Task WriteInPiecesAsync(Stream client, byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at += 70_001)
        {
            await client.WriteAsync(
                bytes.AsMemory(at, Math.Min(70_001, bytes.Length - at)),
                Cancellation
            );
        }
    }

    private static async Task EchoAsync(ConnectionContext server)
    {
        while (
            await server.Transport.Input.ReadAsync(Cancellation) is { Buffer.IsEmpty: false } read
        )
        {
            foreach (var piece in read.Buffer)
            {
                await server.Transport.Output.WriteAsync(piece, Cancellation);
            }
            server.Transport.Input.AdvanceTo(read.Buffer.End);
        }
    }
}
