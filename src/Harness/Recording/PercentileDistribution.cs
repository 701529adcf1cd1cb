namespace GatewayBench;

/// <summary>
/// The <c>.hgrm</c> text: a table of values by percentile with a summary, as the reference's tools
/// print and plot it.
/// </summary>
public static class PercentileDistribution
{
    /// <summary>Writes the table. Take a snapshot first of a histogram that is being written.</summary>
    /// <param name="histogram">The histogram.</param>
    /// <param name="writer">Where to; lines end in <c>\n</c>, and it is not flushed.</param>
    /// <param name="percentileTicksPerHalfDistance">
    /// Rows per halving of the distance to 100 percent, at least 1.
    /// </param>
    /// <param name="outputValueUnitScalingRatio">
    /// What values are divided by: 1000 shows microseconds as milliseconds.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 row per halving, or a ratio that is
    /// not a positive number.</exception>
    public static void OutputPercentileDistribution(
        this LongHistogram histogram,
        TextWriter writer,
        int percentileTicksPerHalfDistance = 5,
        double outputValueUnitScalingRatio = 1
    )
    {
        ArgumentNullException.ThrowIfNull(histogram);
        ArgumentNullException.ThrowIfNull(writer);
        ReferenceNumbers.ThrowIfNotARatio(outputValueUnitScalingRatio);
        var rows = histogram.Percentiles(percentileTicksPerHalfDistance);
        var digits = histogram.NumberOfSignificantValueDigits;

        string Scaled(double value) =>
            ReferenceNumbers.Format(value / outputValueUnitScalingRatio, digits).PadLeft(12);
        void Write(FormattableString text) => writer.Write(FormattableString.Invariant(text));

        Write($"{"Value", 12} {"Percentile", 14} {"TotalCount", 10} {"1/(1-Percentile)", 14}\n\n");
        foreach (var row in rows)
        {
            var share = row.PercentileLevelIteratedTo / 100;
            var percentile = ReferenceNumbers.Format(share, 12);
            Write($"{Scaled(row.ValueIteratedTo)} {percentile} {row.TotalCountToThisValue, 10}");
            writer.Write(
                row.PercentileLevelIteratedTo < 100
                    ? $" {ReferenceNumbers.Format(1 / (1 - share), 2), 14}\n"
                    : "\n"
            );
        }
        var (mean, deviation) = (Scaled(histogram.GetMean()), Scaled(histogram.GetStdDeviation()));
        Write($"#[Mean    = {mean}, StdDeviation   = {deviation}]\n");
        var max = Scaled(histogram.GetMaxValue());
        Write($"#[Max     = {max}, Total count    = {histogram.TotalCount, 12}]\n");
        var (buckets, subBuckets) = (histogram.Layout.BucketCount, histogram.Layout.SubBucketCount);
        Write($"#[Buckets = {buckets, 12}, SubBuckets     = {subBuckets, 12}]\n");
    }
}
