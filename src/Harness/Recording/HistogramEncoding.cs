using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace GatewayBench;

/// <summary>
/// The compressed V2 encoding, which all HdrHistogram implementations read and write: a cookie, a
/// length, and a zlib stream of a header and the counts. Counts are ZigZag numbers in the order of
/// their values, up to the last that is not 0; a negative number stands for that many zeros.
/// </summary>
public static class HistogramEncoding
{
    internal const int CompressedCookie = 0x1c849304 | 0x10;
    internal const int CompressedHeaderLength = 8;

    /// <summary>Encodes a histogram. Take a snapshot first of one that is being written.</summary>
    public static byte[] EncodeIntoCompressedByteBuffer(this LongHistogram source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var payload = EncodeCounts(source.Counts);
        var header = new HistogramHeader(
            payload.Length,
            source.NumberOfSignificantValueDigits,
            source.LowestTrackableValue,
            source.HighestTrackableValue
        );
        Span<byte> headerBytes = stackalloc byte[HistogramHeader.Length];
        header.Write(headerBytes);

        using var target = new MemoryStream();
        target.SetLength(target.Position = CompressedHeaderLength);
        using (var zlib = new ZLibStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(headerBytes);
            zlib.Write(payload);
        }
        var encoded = target.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(encoded, CompressedCookie);
        BinaryPrimitives.WriteInt32BigEndian(
            encoded.AsSpan(4),
            encoded.Length - CompressedHeaderLength
        );
        return encoded;
    }

    /// <summary>Encodes a histogram as text, as it stands in <c>.hlog</c> files.</summary>
    public static string EncodeIntoBase64(this LongHistogram source) =>
        Convert.ToBase64String(source.EncodeIntoCompressedByteBuffer());

    /// <summary>Decodes a histogram of integers; the bytes are that histogram and nothing else.</summary>
    /// <exception cref="InvalidDataException">The bytes are cut off, damaged or something else; the
    /// message says which. Nothing that they claim allocates more than some 100 MB.</exception>
    public static LongHistogram DecodeFromCompressedByteBuffer(ReadOnlySpan<byte> encoded) =>
        HistogramDecoder.Decode(encoded);

    /// <summary>Decodes what <see cref="EncodeIntoBase64"/> gives.</summary>
    /// <exception cref="InvalidDataException">The text is not base64, or its bytes are cut off,
    /// damaged or something else; the message says which.</exception>
    public static LongHistogram DecodeFromBase64(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        try
        {
            return HistogramDecoder.Decode(Convert.FromBase64String(encoded));
        }
        catch (FormatException notBase64)
        {
            throw new InvalidDataException("Not a histogram: the text is not base64.", notBase64);
        }
    }

    private static ReadOnlySpan<byte> EncodeCounts(ReadOnlySpan<long> counts)
    {
        var target = new ArrayBufferWriter<byte>();
        // The reference writes one count even of an empty histogram.
        var end = Math.Max(1, counts.LastIndexOfAnyExcept(0L) + 1);
        for (var i = 0; i < end; )
        {
            var zeros = counts[i..end].IndexOfAnyExcept(0L);
            var number = zeros > 1 ? -zeros : counts[i];
            target.Advance(ZigZag.Write(target.GetSpan(ZigZag.MaxLength), number));
            i += Math.Max(1, zeros);
        }
        return target.WrittenSpan;
    }
}
