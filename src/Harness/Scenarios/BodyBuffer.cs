using System.Buffers;

namespace GatewayBench;

/// <summary>
/// A user's reusable memory for one body: it grows to the largest and stays there until the user
/// rests.
/// </summary>
internal sealed class BodyBuffer
{
    /// <summary>
    /// 64 MiB: far beyond what a gateway answers, and little enough that a few users with endless
    /// answers don't take the harness down before their time-out.
    /// </summary>
    public const int Most = 64 << 20;

    private const int LeastBytes = 256;
    private byte[] _bytes = [];
    private int _length;

    public int Length => _length;

    /// <summary>Bytes of memory that it holds, used or not.</summary>
    public int Capacity => _bytes.Length;

    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Gives the memory back for others to use.</summary>
    public void Rest()
    {
        Replace([]);
        _length = 0;
    }

    /// <summary>Reads to the end of the stream, without allocating once the buffer is large enough.</summary>
    /// <exception cref="InvalidDataException">It is longer than <see cref="Most"/>.</exception>
    public async ValueTask FillAsync(Stream body, CancellationToken cancellationToken)
    {
        while (await body.ReadAsync(Room(), cancellationToken) is var read and > 0)
        {
            Advance(read);
        }
    }

    /// <summary>Room behind what is written.</summary>
    /// <param name="least">How many bytes of it at least.</param>
    /// <exception cref="InvalidDataException">It would be longer than <see cref="Most"/>.</exception>
    public Memory<byte> Room(int least = 1)
    {
        if (_bytes.Length - _length < least)
        {
            Grow(_length + (long)least);
        }
        return _bytes.AsMemory(_length);
    }

    /// <summary>So many bytes have been written to the room.</summary>
    public void Advance(int written) => _length += written;

    /// <inheritdoc cref="Room" />
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length).Span);
        Advance(bytes.Length);
    }

    /// <summary>Takes the first so many bytes out.</summary>
    public void Discard(int first)
    {
        if (first > 0)
        {
            WrittenSpan[first..].CopyTo(_bytes);
            _length -= first;
        }
    }

    private void Grow(long least)
    {
        if (least > Most)
        {
            throw new InvalidDataException($"The body is longer than {Most} bytes.");
        }
        var length = Math.Max((int)least, Math.Max(LeastBytes, _bytes.Length * 2));
        var larger = ArrayPool<byte>.Shared.Rent(length);
        WrittenSpan.CopyTo(larger);
        Replace(larger);
    }

    private void Replace(byte[] bytes)
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
        _bytes = bytes;
    }
}
