namespace GatewayBench;

/// <summary>
/// A <c>.hgrm</c> for each histogram of each row and part that holds anything: values by percentile in
/// milliseconds, as HdrHistogram's plotter reads them.
/// </summary>
internal static class PercentileFiles
{
    private const double NanosecondsPerMillisecond = 1e6;

    public static IEnumerable<(string Name, string Text)> Of(LoadResult result) =>
        from row in RowHistograms.Of(result)
        from one in row.All
        where one.Histogram.TotalCount > 0
        select ($"{row.FileName}-{one.Tag}.hgrm", Text(one.Histogram));

    private static string Text(LongHistogram nanoseconds)
    {
        using var writer = new StringWriter();
        nanoseconds.OutputPercentileDistribution(
            writer,
            outputValueUnitScalingRatio: NanosecondsPerMillisecond
        );
        return writer.ToString();
    }
}
