using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Gateway;

/// <summary>
/// Reads the replies that our commands have: simple strings, errors and bulk strings of RESP2
/// (redis.io, "Redis serialization protocol specification").
/// </summary>
internal sealed class RespReader(PipeReader pipe)
{
    private const int LongestLine = 4096;

    // More than the longest answer that can be kept, with room for what JSON adds.
    private const int LongestValue = 64 << 20;

    private const int LineEnd = 2;

    /// <returns>Null where Redis has none.</returns>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var line = await ReadLineAsync(cancellationToken);
        switch (line.Length > 0 ? line[0] : '\0')
        {
            case '+':
                return Encoding.UTF8.GetBytes(line[1..]);
            case '$' when LengthIn(line) is { } length:
                if (length < 0)
                {
                    return null;
                }
                return await ReadValueAsync(length, cancellationToken);
            case '-':
                // Its first word is a code; what follows may quote what was sent.
                throw new RedisException(line[1..].Split(' ')[0]);
            default:
                throw new RedisException("no RESP2");
        }
    }

    private static int? LengthIn(string line) =>
        int.TryParse(
            line.AsSpan(1),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var length
        ) && length is >= -1 and <= LongestValue
            ? length
            : null;

    private async ValueTask<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.UTF8.GetString(read.Buffer.Slice(0, end));
                pipe.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line.TrimEnd('\r');
            }
            if (read.IsCompleted)
            {
                throw new EndOfStreamException("Redis closed the connection.");
            }
            if (read.Buffer.Length > LongestLine)
            {
                throw new RedisException("no RESP2");
            }
            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private async ValueTask<byte[]> ReadValueAsync(int length, CancellationToken cancellationToken)
    {
        var read = await pipe.ReadAtLeastAsync(length + LineEnd, cancellationToken);
        if (read.Buffer.Length < length + LineEnd)
        {
            throw new EndOfStreamException("Redis closed the connection within a value.");
        }
        var value = read.Buffer.Slice(0, length).ToArray();
        pipe.AdvanceTo(read.Buffer.GetPosition(length + LineEnd));
        return value;
    }
}
