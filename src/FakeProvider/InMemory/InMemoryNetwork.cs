using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace GatewayBench;

/// <summary>What connects clients to the server that listens at <see cref="EndPoint"/>.</summary>
internal sealed class InMemoryNetwork
{
    private readonly PipeOptions _toClient = OptionsWith(new SmallBlocks());
    private PipeOptions _toServer = OptionsWith(pool: null);

    private readonly Channel<ConnectionContext> _offered =
        Channel.CreateUnbounded<ConnectionContext>();
    private long _connections;

    public EndPoint EndPoint { get; } = new InMemoryEndPoint();

    /// <summary>Connections that were opened so far.</summary>
    public long Connections => Volatile.Read(ref _connections);

    /// <summary>
    /// Takes what clients send from the server's own memory. The shared pool keeps a few buffers
    /// for each core only: thousands of connections would allocate one for most of what they send.
    /// </summary>
    public void Use(MemoryPool<byte> pool) => Volatile.Write(ref _toServer, OptionsWith(pool));

    /// <returns>The client's end of a new connection.</returns>
    /// <exception cref="SocketException">Nobody listens any more.</exception>
    public Stream Connect()
    {
        var toServer = new Pipe(Volatile.Read(ref _toServer));
        var toClient = new Pipe(_toClient);
        var client = new DuplexPipe(toClient.Reader, toServer.Writer);
        var connection = new InMemoryConnection(
            $"memory-{Interlocked.Increment(ref _connections)}",
            server: new DuplexPipe(toServer.Reader, toClient.Writer),
            client
        );
        return _offered.Writer.TryWrite(connection)
            ? new PipeStream(client, connection)
            : throw new SocketException((int)SocketError.ConnectionRefused);
    }

    /// <returns>Null once nobody listens any more.</returns>
    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken) =>
        await _offered.Reader.WaitToReadAsync(cancellationToken)
        && _offered.Reader.TryRead(out var connection)
            ? connection
            : null;

    /// <summary>Refuses further connections.</summary>
    public void Close() => _offered.Writer.TryComplete();

    /// <summary>
    /// Both directions go on in the thread pool. Inline continuations look faster and are
    /// starvation: client code then runs inside Kestrel's flush, and most users are never served.
    /// </summary>
    private static PipeOptions OptionsWith(MemoryPool<byte>? pool) =>
        new(
            pool,
            readerScheduler: PipeScheduler.ThreadPool,
            writerScheduler: PipeScheduler.ThreadPool,
            useSynchronizationContext: false
        );

    private sealed class InMemoryEndPoint : EndPoint
    {
        public override string ToString() => "localhost";
    }

    private sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
