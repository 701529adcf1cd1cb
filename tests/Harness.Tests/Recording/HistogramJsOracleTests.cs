using GatewayBench.HarnessTests.Oracles;

namespace GatewayBench.HarnessTests.Recording;

/// <summary>Encodings that cross over between ours and hdr-histogram-js, as far as its numbers go.</summary>
[Collection(typeof(HdrJsOracleGroup))]
public sealed class HistogramJsOracleTests(HdrJsOracle oracle)
{
    private const long Most = HdrJsOracle.MostExact;

    /// <summary>Random contents of up to 2^53 - 1, and the extremes of that range.</summary>
    private static readonly HistogramCase[] _cases =
    [
        .. HistogramCase.All.Where(shape =>
            shape.Highest <= Most && shape.Recorded.Sum(r => (decimal)r.Count) <= Most
        ),
        new(1, Most, 3, []),
        new(1, Most, 1, [(0, 1), (Most, 1), (Most - 1, 2), (Most / 2, 3), ((Most / 2) + 1, 4)]),
        new(1, Most, 5, [(0, 1), (1, 1), (Most, 1), (1L << 52, 2), ((1L << 52) - 1, 3)]),
        new(1, 3_600_000_000_000, 3, [(5, Most - 1), (3_600_000_000_000, 1)]),
        // Not 2^48 - 1 as with the original: its logarithm rounds that up, and ours does as it does.
        new(1L << 48, Most, 2, [(0, 1), (1L << 47, 2), (1L << 48, 3), (Most, 4)]),
        .. Enumerable.Range(0, 53).Select(AroundAPowerOfTwo),
    ];

    [Fact]
    public async Task Ours_encoded_and_decoded_there_holds_the_same_counts()
    {
        foreach (var shape in _cases)
        {
            var ours = shape.Record();

            var theirs = await oracle.AskAsync("contents", ours.EncodeIntoBase64());

            Assert.Equal(HistogramContents.Of(ours), theirs);
        }
    }

    [Fact]
    public async Task Recorded_and_encoded_there_it_decodes_to_our_counts()
    {
        foreach (var shape in _cases)
        {
            var theirs = await oracle.AskAsync("encode", shape.ForOracle());

            var decoded = HistogramEncoding.DecodeFromBase64(theirs);

            Assert.True(decoded.HasSameContentsAs(shape.Record()), shape.ForOracle());
            Assert.Equal(shape.Highest, decoded.HighestTrackableValue);
        }
    }

    [Fact]
    public async Task One_that_grew_there_decodes_to_our_counts()
    {
        foreach (var shape in _cases)
        {
            var growing = shape.ForOracle().Split(' ');
            growing[1] = "auto";

            var theirs = await oracle.AskAsync(["encode", .. growing]);

            var decoded = HistogramEncoding.DecodeFromBase64(theirs);
            Assert.True(decoded.HasSameContentsAs(shape.Record()), shape.ForOracle());
        }
    }

    [Fact]
    public async Task A_range_beyond_its_numbers_keeps_the_counts_within_them()
    {
        // With more digits a range of 63 bits takes 50 MB, which shows nothing new.
        foreach (var shape in _cases.Where(shape => shape.Digits <= 3))
        {
            var ours = (shape with { Highest = long.MaxValue }).Record();

            var theirs = await oracle.AskAsync("contents", ours.EncodeIntoBase64());

            // The highest value itself is rounded there.
            Assert.Equal(WithoutHighest(HistogramContents.Of(ours)), WithoutHighest(theirs));
        }
    }

    private static HistogramCase AroundAPowerOfTwo(int exponent)
    {
        var power = 1L << exponent;
        return new(1, Most, 3, [(power - 1, 1), (power, 2), (power + 1, 3)]);
    }

    private static string WithoutHighest(string contents)
    {
        var words = contents.Split(' ');
        return string.Join(' ', words.Where((_, index) => index != 1));
    }
}
