namespace GatewayBench;

/// <summary>A user's reusable memory for one body; it grows to the largest and stays there.</summary>
internal sealed class BodyBuffer
{
    /// <summary>
    /// 64 MiB: far beyond what a gateway answers, and little enough that a few users with endless
    /// answers don't take the harness down before their time-out.
    /// </summary>
    public const int Most = 64 << 20;

    private byte[] _bytes = new byte[1024];
    private int _length;

    public int Length => _length;

    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Reads to the end of the stream, without allocating once the buffer is large enough.</summary>
    /// <exception cref="InvalidDataException">It is longer than <see cref="Most"/>.</exception>
    public async ValueTask FillAsync(Stream body, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _bytes.Length)
            {
                if (_length >= Most)
                {
                    throw new InvalidDataException($"The body is longer than {Most} bytes.");
                }
                Array.Resize(ref _bytes, _bytes.Length * 2);
            }
            var read = await body.ReadAsync(_bytes.AsMemory(_length), cancellationToken);
            if (read == 0)
            {
                return;
            }
            _length += read;
        }
    }
}
