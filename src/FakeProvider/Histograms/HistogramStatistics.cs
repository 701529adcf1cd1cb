namespace GatewayBench;

/// <summary>
/// Extremes and moments of a histogram, in the unit of its values and to its precision. Each call
/// goes through all counts. Take a snapshot first of a histogram that is being written.
/// </summary>
public static class HistogramStatistics
{
    /// <summary>The highest value equivalent to the largest recorded; 0 when there is none.</summary>
    public static long GetMaxValue(this LongHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        var last = histogram.Counts.LastIndexOfAnyExcept(0L);
        return last < 0
            ? 0
            : histogram.HighestEquivalentValue(histogram.Layout.LowestValueAt(last));
    }

    /// <summary>
    /// The lowest value equivalent to the smallest recorded that is told from 0;
    /// <see cref="long.MaxValue"/> when there is none.
    /// </summary>
    public static long GetMinNonZeroValue(this LongHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        var first = histogram.Counts[1..].IndexOfAnyExcept(0L);
        return first < 0 ? long.MaxValue : histogram.Layout.LowestValueAt(first + 1);
    }

    /// <summary>The arithmetic mean, each value taken as the middle of its equivalents; 0 when empty.</summary>
    public static double GetMean(this LongHistogram histogram) =>
        Average(histogram, static (middle, _) => middle, 0);

    /// <summary>The standard deviation of the population, with values as for the mean; 0 when empty.</summary>
    public static double GetStdDeviation(this LongHistogram histogram) =>
        Math.Sqrt(
            Average(
                histogram,
                static (middle, mean) => (middle - mean) * (middle - mean),
                histogram.GetMean()
            )
        );

    private static double Average(
        LongHistogram histogram,
        Func<double, double, double> term,
        double parameter
    )
    {
        ArgumentNullException.ThrowIfNull(histogram);
        var counts = histogram.Counts;
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] != 0)
            {
                var lowest = histogram.Layout.LowestValueAt(i);
                sum += term(histogram.MedianEquivalentValue(lowest), parameter) * counts[i];
            }
        }
        return sum == 0 ? 0 : sum / histogram.TotalCount;
    }
}
