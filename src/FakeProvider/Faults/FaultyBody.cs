using System.Buffers;

namespace GatewayBench;

/// <summary>
/// Stands in for the body of an answer: hands what is written to it over to a fault, by chunks, or
/// whole at the end.
/// </summary>
/// <param name="fault">Sends it, or what it makes of it.</param>
/// <param name="answer">Where to.</param>
/// <param name="isWhole">Whether nothing is to be sent before the end.</param>
internal sealed class FaultyBody(Fault fault, FaultedAnswer answer, bool isWhole) : PlainStream
{
    private readonly ArrayBufferWriter<byte> _written = new();
    private int _handedOver;
    private int _chunks;

    public override bool CanRead => false;

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        _written.Write(buffer.Span);
        while (!isWhole && NextChunk() is { IsEmpty: false } chunk)
        {
            _handedOver += chunk.Length;
            await fault.SendChunkAsync(answer, chunk, _chunks++);
        }
        if (_handedOver == _written.WrittenCount)
        {
            _written.ResetWrittenCount();
            _handedOver = 0;
        }
    }

    /// <summary>Everything has been written.</summary>
    public ValueTask EndAsync() =>
        isWhole
            ? fault.SendWholeAsync(answer, _written.WrittenMemory)
            : fault.EndAsync(answer, _chunks);

    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    /// <returns>Nothing while it is not there as a whole.</returns>
    private ReadOnlyMemory<byte> NextChunk()
    {
        var rest = _written.WrittenMemory[_handedOver..];
        var end = rest.Span.IndexOf(SentEvent.End.Span);
        return end < 0 ? default : rest[..(end + SentEvent.End.Length)];
    }
}
