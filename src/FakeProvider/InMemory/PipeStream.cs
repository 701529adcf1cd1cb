using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>A client's end of a connection in memory, as the stream that <c>SocketsHttpHandler</c> wants.</summary>
internal sealed class PipeStream(IDuplexPipe pipe, InMemoryConnection server) : PlainStream
{
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) =>
        pipe.Input.TryRead(out var result) && Take(result, buffer.Span) is { } taken
            ? ValueTask.FromResult(taken)
            : WaitAsync(buffer, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if ((await pipe.Output.WriteAsync(buffer, cancellationToken)).IsCanceled)
        {
            throw new IOException("The server has broken off the connection.");
        }
    }

    /// <summary>Nothing is left to do: what is written is handed over at once.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            pipe.Input.Complete();
            pipe.Output.Complete();
            server.Leave();
        }
        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        // Breaking off wakes one read; whoever comes later must not wait for a server that is gone.
        while (!server.IsAborted)
        {
            var result = await pipe.Input.ReadAsync(cancellationToken);
            if (Take(result, buffer.Span) is { } taken)
            {
                return taken;
            }
        }
        return pipe.Input.TryRead(out var last) && Take(last, buffer.Span) is { } rest
            ? rest
            : throw Reset();
    }

    /// <returns>How many bytes there were; 0 at the end, null when it is not known yet.</returns>
    /// <exception cref="IOException">There were none, and the server has broken off.</exception>
    private int? Take(ReadResult result, Span<byte> buffer)
    {
        var there = result.Buffer;
        var count = (int)Math.Min(there.Length, buffer.Length);
        var isLost = there.IsEmpty && server.IsAborted;
        var isKnown = !there.IsEmpty || result.IsCompleted;
        var taken = there.Slice(0, count);
        taken.CopyTo(buffer);
        // The end of a slice may lie before an empty segment, which would count as something to read.
        pipe.Input.AdvanceTo(count == there.Length ? there.End : taken.End);
        return isLost ? throw Reset()
            : isKnown ? count
            : null;
    }

    /// <summary>What a socket says when the other end breaks it off.</summary>
    private static IOException Reset() =>
        new(
            "The server has reset the connection.",
            new SocketException((int)SocketError.ConnectionReset)
        );
}
