using System.Buffers.Binary;
using System.IO.Compression;

namespace GatewayBench;

/// <summary>
/// Reads the compressed V2 encoding without trusting it: every length is checked before it is used.
/// </summary>
internal static class HistogramDecoder
{
    public static LongHistogram Decode(ReadOnlySpan<byte> encoded)
    {
        var compressed = CompressedPart(encoded);
        using var inflated = new ZLibStream(
            new MemoryStream(compressed.ToArray()),
            CompressionMode.Decompress
        );
        Span<byte> headerBytes = stackalloc byte[HistogramHeader.Length];
        Fill(headerBytes, inflated, "header");
        var header = HistogramHeader.Read(headerBytes);
        var histogram = header.CreateHistogram();

        var longest = (long)ZigZag.MaxLength * histogram.Counts.Length;
        if (header.PayloadLength < 0 || header.PayloadLength > longest)
        {
            throw new InvalidDataException(
                $"The counts are said to take {header.PayloadLength} bytes; 0 to {longest} are possible."
            );
        }
        Span<byte> all = new byte[HistogramHeader.Length + header.PayloadLength];
        headerBytes.CopyTo(all);
        var payload = all[HistogramHeader.Length..];
        Fill(payload, inflated, "counts");
        if (Adler32.Compute(all) != BinaryPrimitives.ReadUInt32BigEndian(compressed[^4..]))
        {
            throw new InvalidDataException(
                "The histogram's checksum is another: it is damaged, cut off or longer than it says."
            );
        }
        DecodeCounts(payload, histogram);
        return histogram;
    }

    private static ReadOnlySpan<byte> CompressedPart(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length < HistogramEncoding.CompressedHeaderLength)
        {
            throw new InvalidDataException(
                $"Not a compressed histogram: {encoded.Length} bytes are too few."
            );
        }
        var cookie = BinaryPrimitives.ReadInt32BigEndian(encoded);
        if (cookie != HistogramEncoding.CompressedCookie)
        {
            throw new InvalidDataException(
                $"Not a compressed V2 histogram: it starts with 0x{cookie:x8} instead of "
                    + $"0x{HistogramEncoding.CompressedCookie:x8}."
            );
        }
        var said = BinaryPrimitives.ReadInt32BigEndian(encoded[4..]);
        var compressed = encoded[HistogramEncoding.CompressedHeaderLength..];
        return compressed.Length == said
            ? compressed
            : throw new InvalidDataException(
                $"The histogram is said to take {said} compressed bytes; there are {compressed.Length}."
            );
    }

    private static void Fill(Span<byte> target, Stream inflated, string part)
    {
        var read = Read(inflated, target);
        if (read < target.Length)
        {
            throw new InvalidDataException(
                $"The histogram's {part} end after {read} of {target.Length} bytes."
            );
        }
    }

    private static int Read(Stream inflated, Span<byte> target)
    {
        try
        {
            return inflated.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException(
                "The histogram's zlib data are damaged or cut off.",
                damage
            );
        }
    }

    private static void DecodeCounts(ReadOnlySpan<byte> payload, LongHistogram histogram)
    {
        var index = 0;
        while (!payload.IsEmpty)
        {
            if (!ZigZag.TryRead(ref payload, out var number))
            {
                throw new InvalidDataException("The histogram's counts end within a number.");
            }
            var left = histogram.Counts.Length - index;
            if (left == 0 || number < -left)
            {
                throw new InvalidDataException(
                    $"The histogram holds more than the {histogram.Counts.Length} counts of its range."
                );
            }
            if (number > long.MaxValue - histogram.TotalCount)
            {
                throw new InvalidDataException(
                    "The histogram's counts add up to more than 63 bits."
                );
            }
            if (number < 0)
            {
                index += (int)-number;
            }
            else
            {
                histogram.AddAt(index++, number);
            }
        }
    }
}
