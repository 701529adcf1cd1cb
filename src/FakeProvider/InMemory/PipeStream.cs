using System.IO.Pipelines;

namespace GatewayBench;

/// <summary>A client's end of a connection in memory, as the stream that <c>SocketsHttpHandler</c> wants.</summary>
/// <param name="input">What the server sent.</param>
/// <param name="output">What the server reads.</param>
/// <param name="left">
/// Tells the server at once that the client left, as a socket does; else it would see it only when
/// it next reads or writes, and go on working for nobody.
/// </param>
internal sealed class PipeStream(PipeReader input, PipeWriter output, CancellationTokenSource left)
    : Stream
{
    private readonly Stream _reader = input.AsStream();
    private readonly Stream _writer = output.AsStream();

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) => _reader.ReadAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    ) => _writer.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _writer.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) =>
        _reader.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) =>
        _writer.Write(buffer, offset, count);

    public override void Flush() => _writer.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.Dispose();
            _writer.Dispose();
            _ = left.CancelAsync();
        }
        base.Dispose(disposing);
    }
}
