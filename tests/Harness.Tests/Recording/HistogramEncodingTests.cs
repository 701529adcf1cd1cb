using System.Buffers.Binary;
using System.IO.Compression;

namespace GatewayBench.HarnessTests.Recording;

public sealed class HistogramEncodingTests
{
    private const int Cookie = 0x1c849313;

    [Fact]
    public void A_histogram_comes_back_as_it_was()
    {
        foreach (var histogram in HistogramCase.All.Select(c => c.Record()))
        {
            var back = HistogramEncoding.DecodeFromBase64(histogram.EncodeIntoBase64());

            Assert.True(back.HasSameContentsAs(histogram));
            Assert.Equal(histogram.TotalCount, back.TotalCount);
            Assert.Equal(histogram.HighestTrackableValue, back.HighestTrackableValue);
        }
    }

    [Fact]
    public void Cut_off_anywhere_it_is_refused()
    {
        var encoded = Latencies().EncodeIntoCompressedByteBuffer();
        for (var length = 0; length < encoded.Length; length++)
        {
            AssertRefused(encoded.AsSpan(0, length));

            // Cut off by a writer that counted right.
            if (length >= 8)
            {
                var consistent = encoded[..length];
                BinaryPrimitives.WriteInt32BigEndian(consistent.AsSpan(4), length - 8);
                AssertRefused(consistent);
            }
        }
    }

    [Fact]
    public void With_any_bit_flipped_it_is_refused_or_means_the_same()
    {
        var histogram = Latencies();
        var encoded = histogram.EncodeIntoCompressedByteBuffer();
        var refused = 0;
        for (var bit = 0; bit < 8 * encoded.Length; bit++)
        {
            encoded[bit / 8] ^= (byte)(1 << (bit % 8));
            if (TryDecode(encoded, out var decoded) is null)
            {
                Assert.True(decoded!.HasSameContentsAs(histogram), $"bit {bit}");
            }
            else
            {
                refused++;
            }
            encoded[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        // A deflate stream has a few bits that say nothing.
        Assert.True(refused > 0.9 * 8 * encoded.Length);
    }

    [Fact]
    public void Random_bytes_behind_a_right_start_never_break_the_reader()
    {
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            AssertRefused(noise);
            AssertRefused(Compressed(noise));
            // The shortest may happen to be counts.
            TryDecode(Compressed(Header(noise.Length), noise), out _);
        }
    }

    [Fact]
    public void Something_else_is_refused_by_name()
    {
        Assert.Contains("base64", RefusalOf("not base64!"), StringComparison.Ordinal);
        Assert.Contains("too few", RefusalOf(""), StringComparison.Ordinal);
        var version1 = "1c849302"u8.ToArray();
        Assert.Contains(
            "V2",
            RefusalOf(Convert.ToBase64String(version1)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(6, 1, 1000, "6 digits")]
    [InlineData(-1, 1, 1000, "-1 digits")]
    [InlineData(3, 0, 1000, "0 to 1000")]
    [InlineData(3, 600, 1000, "600 to 1000")]
    [InlineData(3, long.MinValue, long.MaxValue, "digits cannot be")]
    [InlineData(5, 1L << 50, long.MaxValue, "63 bits")]
    public void An_impossible_header_is_refused(
        int digits,
        long lowest,
        long highest,
        string reason
    )
    {
        var encoded = Compressed(Header(1, digits, lowest, highest), [0]);

        Assert.Contains(reason, AssertRefused(encoded), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_length_that_the_range_cannot_need_is_refused_before_it_is_allocated(int length)
    {
        var encoded = Compressed(Header(length), [0]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reason = AssertRefused(encoded);

        Assert.Contains($"{length} bytes", reason, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData(2, "00", "end after 1 of 2")]
    [InlineData(1, "0000", "longer than it says")]
    [InlineData(1, "80", "within a number")]
    [InlineData(2, "0200", "counts of its range", 2000)]
    [InlineData(9, "FFFFFFFFFFFFFFFFFF", "counts of its range")]
    [InlineData(10, "FEFFFFFFFFFFFFFFFF02", "63 bits")]
    public void Counts_that_do_not_add_up_are_refused(
        int length,
        string payload,
        string reason,
        int repeat = 1
    )
    {
        var counts = Enumerable.Repeat(Convert.FromHexString(payload), repeat);
        var encoded = Compressed(Header(length * repeat), [.. counts.SelectMany(b => b)]);

        Assert.Contains(reason, AssertRefused(encoded), StringComparison.Ordinal);
    }

    [Fact]
    public void An_offset_and_a_ratio_of_the_reference_do_not_disturb()
    {
        var header = Header(2);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 512);
        BinaryPrimitives.WriteDoubleBigEndian(header.AsSpan(32), 0.5);

        var histogram = HistogramEncoding.DecodeFromCompressedByteBuffer(
            Compressed(header, [0x09, 0x04])
        );

        Assert.Equal(5, histogram.GetMaxValue());
        Assert.Equal(2, histogram.TotalCount);
    }

    [Fact]
    public void The_largest_histogram_there_is_stays_within_its_bound()
    {
        var histogram = new LongHistogram(1, long.MaxValue, 5);

        Assert.Equal(6_160_384, histogram.Counts.Length);
    }

    private static string RefusalOf(string text) =>
        Assert.Throws<InvalidDataException>(() => HistogramEncoding.DecodeFromBase64(text)).Message;

    private static string AssertRefused(ReadOnlySpan<byte> encoded)
    {
        var refusal = TryDecode(encoded, out _);
        Assert.True(refusal is not null, $"{Convert.ToHexString(encoded)} was accepted.");
        return refusal;
    }

    /// <returns>The message of the one exception allowed; null when it was decoded.</returns>
    private static string? TryDecode(ReadOnlySpan<byte> encoded, out LongHistogram? histogram)
    {
        try
        {
            histogram = HistogramEncoding.DecodeFromCompressedByteBuffer(encoded);
            return null;
        }
        catch (InvalidDataException refusal)
        {
            histogram = null;
            return refusal.Message;
        }
    }

    private static LongHistogram Latencies()
    {
        var histogram = new LongHistogram(1, 3_600_000_000, 3);
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            histogram.RecordValue(random.Next(1000, 30_000));
        }
        return histogram;
    }

    private static byte[] Header(
        int payloadLength,
        int digits = 3,
        long lowest = 1,
        long highest = 1000
    )
    {
        var header = new byte[40];
        BinaryPrimitives.WriteInt32BigEndian(header, Cookie);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), payloadLength);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(12), digits);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(16), lowest);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(24), highest);
        BinaryPrimitives.WriteDoubleBigEndian(header.AsSpan(32), 1);
        return header;
    }

    private static byte[] Compressed(params byte[][] parts)
    {
        using var target = new MemoryStream();
        target.Write([0x1c, 0x84, 0x93, 0x14, 0, 0, 0, 0]);
        using (var zlib = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(parts.SelectMany(p => p).ToArray());
        }
        var encoded = target.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(encoded.AsSpan(4), encoded.Length - 8);
        return encoded;
    }
}
