using System.Globalization;
using GatewayBench.HarnessTests.Oracles;

namespace GatewayBench.HarnessTests.Recording;

/// <summary>What the original HdrHistogram says of the same recordings.</summary>
[Collection(typeof(HdrOracleGroup))]
public sealed class HistogramOracleTests(HdrOracle oracle)
{
    private static readonly double[] _percentiles =
    [
        -1,
        0,
        double.Epsilon,
        0.1,
        1,
        10,
        25,
        33.3,
        50,
        66.6,
        75,
        90,
        95,
        99,
        99.9,
        99.99,
        99.999,
        99.99999,
        100,
        101,
    ];

    [Fact]
    public async Task Ours_encoded_and_decoded_by_the_original_holds_the_same_counts()
    {
        foreach (var shape in HistogramCase.All)
        {
            var ours = shape.Record();

            var theirs = await oracle.AskAsync("contents", ours.EncodeIntoBase64());

            Assert.Equal(HistogramContents.Of(ours), theirs);
        }
    }

    [Fact]
    public async Task Recorded_and_encoded_by_the_original_it_decodes_to_our_counts()
    {
        foreach (var shape in HistogramCase.All)
        {
            var theirs = await oracle.AskAsync("encode", shape.ForOracle());

            var decoded = HistogramEncoding.DecodeFromBase64(theirs);

            Assert.True(decoded.HasSameContentsAs(shape.Record()), shape.ForOracle());
            Assert.Equal(shape.Highest, decoded.HighestTrackableValue);
        }
    }

    [Fact]
    public async Task Percentiles_extremes_and_moments_equal_those_of_the_original()
    {
        foreach (var shape in HistogramCase.All)
        {
            var ours = shape.Record();
            // Also the exact shares of single values, where rounding decides.
            double[] percentiles =
            [
                .. _percentiles,
                .. Enumerable.Range(1, 20).Select(k => 100.0 * k / Math.Max(1, ours.TotalCount)),
                .. new Random(1).GetItems(_percentiles, 20).Select(p => p * 0.987654321),
            ];

            var theirs = await oracle.AskAsync([
                "figures",
                ours.EncodeIntoBase64(),
                .. percentiles.Select(Text),
            ]);

            var figures = theirs.Split(' ');
            Assert.Equal(ours.TotalCount, Whole(figures[0]));
            Assert.Equal(ours.GetMinNonZeroValue(), Whole(figures[1]));
            Assert.Equal(ours.GetMaxValue(), Whole(figures[2]));
            Assert.Equal(ours.GetMean(), Real(figures[3]));
            Assert.Equal(ours.GetStdDeviation(), Real(figures[4]));
            Assert.Equal(percentiles.Select(ours.GetValueAtPercentile), figures[5..].Select(Whole));
        }
    }

    [Fact]
    public async Task Equivalent_values_equal_those_of_the_original()
    {
        foreach (var shape in HistogramCase.All)
        {
            var ours = shape.Record();
            long[] values = [0, 1, shape.Highest, .. shape.Recorded.Select(r => r.Value)];

            var theirs = await oracle.AskAsync([
                "equivalents",
                ours.EncodeIntoBase64(),
                .. values.Select(v => Text(v)),
            ]);

            var expected = values.Select(v =>
                $"{ours.LowestEquivalentValue(v)}:{ours.MedianEquivalentValue(v)}:{ours.HighestEquivalentValue(v)}"
            );
            Assert.Equal(string.Join(' ', expected), theirs);
        }
    }

    [Fact]
    public async Task A_difference_equals_that_of_the_original()
    {
        foreach (var shape in HistogramCase.All)
        {
            var earlier = shape.Record();
            var later = shape.Record();
            later.Add(earlier);
            later.RecordValue(shape.Highest);

            var theirs = await oracle.AskAsync(
                "subtract",
                later.EncodeIntoBase64(),
                earlier.EncodeIntoBase64()
            );

            later.Subtract(earlier);
            Assert.True(HistogramEncoding.DecodeFromBase64(theirs).HasSameContentsAs(later));
        }
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(5, 1000)]
    [InlineData(1, 1_000_000)]
    [InlineData(20, 0.3)]
    public async Task The_percentile_distribution_is_the_text_that_the_original_prints(
        int ticks,
        double ratio
    )
    {
        // Beyond that Java before 19 prints more digits of a double than tell it apart.
        foreach (var shape in HistogramCase.All.Where(c => c.Highest < 1L << 50))
        {
            var ours = shape.Record();
            using var text = new StringWriter();
            ours.OutputPercentileDistribution(text, ticks, ratio);

            var theirs = await oracle.AskAsync(
                "distribution",
                ours.EncodeIntoBase64(),
                Text(ticks),
                Text(ratio)
            );

            Assert.Equal(
                System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(theirs)),
                text.ToString()
            );
        }
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
