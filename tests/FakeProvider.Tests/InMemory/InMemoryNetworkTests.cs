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
    public async Task After_unbinding_nobody_connects_and_accepting_ends()
    {
        await using (var listener = new InMemoryListener(_network))
        {
            await listener.UnbindAsync(Cancellation);
        }

        Assert.Throws<System.Net.Sockets.SocketException>(_network.Connect);
        Assert.Null(await _network.AcceptAsync(Cancellation));
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
