using System.Buffers.Binary;

namespace GatewayBench;

/// <summary>
/// What precedes the counts in an uncompressed V2 encoding: cookie, length of the counts in bytes,
/// normalizing offset, digits (32 bits each), lowest value, highest value, ratio to doubles (64 bits
/// each). All big-endian.
/// </summary>
internal readonly record struct HistogramHeader(
    int PayloadLength,
    int Digits,
    long Lowest,
    long Highest
)
{
    public const int Length = 40;

    // The second to last hex digit tells how counts are written; 1 is ZigZag, the only one in V2.
    private const int Cookie = 0x1c849303 | 0x10;

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteInt32BigEndian(target, Cookie);
        BinaryPrimitives.WriteInt32BigEndian(target[4..], PayloadLength);
        BinaryPrimitives.WriteInt32BigEndian(target[8..], 0);
        BinaryPrimitives.WriteInt32BigEndian(target[12..], Digits);
        BinaryPrimitives.WriteInt64BigEndian(target[16..], Lowest);
        BinaryPrimitives.WriteInt64BigEndian(target[24..], Highest);
        BinaryPrimitives.WriteDoubleBigEndian(target[32..], 1);
    }

    /// <remarks>
    /// Offset and ratio serve the reference's histograms of doubles. Counts are written in the order
    /// of their values whatever the offset, and the ratio is no part of the integer values.
    /// </remarks>
    public static HistogramHeader Read(ReadOnlySpan<byte> source)
    {
        var cookie = BinaryPrimitives.ReadInt32BigEndian(source);
        if (cookie != Cookie)
        {
            throw new InvalidDataException(
                $"Not a V2 histogram: its header starts with 0x{cookie:x8} instead of 0x{Cookie:x8}."
            );
        }
        return new(
            BinaryPrimitives.ReadInt32BigEndian(source[4..]),
            BinaryPrimitives.ReadInt32BigEndian(source[12..]),
            BinaryPrimitives.ReadInt64BigEndian(source[16..]),
            BinaryPrimitives.ReadInt64BigEndian(source[24..])
        );
    }

    /// <summary>An empty histogram as described here.</summary>
    public LongHistogram CreateHistogram()
    {
        try
        {
            return new LongHistogram(Lowest, Highest, Digits);
        }
        catch (ArgumentOutOfRangeException impossible)
        {
            throw new InvalidDataException(
                $"A histogram of {Lowest} to {Highest} with {Digits} digits cannot be: "
                    + impossible.Message,
                impossible
            );
        }
    }
}
