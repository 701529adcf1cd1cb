using System.Text;

namespace GatewayBench;

/// <summary>
/// A <c>.hgrm</c> for each histogram of each row and part that holds anything: values by percentile in
/// milliseconds, as HdrHistogram's plotter reads them.
/// </summary>
internal static class PercentileFiles
{
    private const double NanosecondsPerMillisecond = 1e6;

    /// <returns>The files that were written.</returns>
    public static IReadOnlyList<string> Write(LoadResult result, string folder)
    {
        var written = new List<string>();
        foreach (var one in RowHistograms.Of(result))
        {
            foreach (var (tag, histogram) in one.All.Where(any => any.Histogram.TotalCount > 0))
            {
                var path = Path.Combine(folder, $"{one.FileName}-{tag}.hgrm");
                using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
                Write(histogram, file);
                written.Add(path);
            }
        }
        return written;
    }

    /// <summary>One histogram of nanoseconds.</summary>
    public static void Write(LongHistogram histogram, TextWriter writer) =>
        histogram.OutputPercentileDistribution(
            writer,
            outputValueUnitScalingRatio: NanosecondsPerMillisecond
        );
}
