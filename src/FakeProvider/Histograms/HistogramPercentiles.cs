namespace GatewayBench;

/// <summary>
/// Percentiles of a histogram, with the reference's rounding. Take a snapshot first of a histogram
/// that is being written.
/// </summary>
public static class HistogramPercentiles
{
    /// <summary>
    /// The highest value equivalent to the one that the given share of values is at or below; for
    /// percentile 0 the lowest such value; 0 when the histogram is empty.
    /// </summary>
    /// <param name="histogram">The histogram.</param>
    /// <param name="percentile">0 to 100; beyond that taken as 0 or 100.</param>
    /// <exception cref="ArgumentException">The percentile is not a number.</exception>
    public static long GetValueAtPercentile(this LongHistogram histogram, double percentile)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        if (double.IsNaN(percentile))
        {
            throw new ArgumentException("NaN is not a percentile (0 to 100).", nameof(percentile));
        }
        // One ulp less, so that 100.0 * k / n asked of n values gives the k-th and not the next.
        var share = Math.Clamp(Math.BitDecrement(percentile), 0, 100);
        var wanted = Math.Max(1, (long)Math.Ceiling(share * histogram.TotalCount / 100));
        var counts = histogram.Counts;
        var reached = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            reached += counts[i];
            if (reached >= wanted)
            {
                var lowest = histogram.Layout.LowestValueAt(i);
                return percentile == 0 ? lowest : histogram.HighestEquivalentValue(lowest);
            }
        }
        return 0;
    }

    /// <summary>
    /// Steps through the percentiles, closer together towards 100: each halving of the distance to
    /// 100 takes the same number of steps. The last step is 100 itself; none when empty.
    /// </summary>
    /// <param name="histogram">The histogram.</param>
    /// <param name="percentileTicksPerHalfDistance">Steps per halving, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 step.</exception>
    public static IEnumerable<HistogramIterationValue> Percentiles(
        this LongHistogram histogram,
        int percentileTicksPerHalfDistance
    )
    {
        ArgumentNullException.ThrowIfNull(histogram);
        ArgumentOutOfRangeException.ThrowIfLessThan(percentileTicksPerHalfDistance, 1);
        return Iterate(histogram, percentileTicksPerHalfDistance);
    }

    private static IEnumerable<HistogramIterationValue> Iterate(LongHistogram histogram, int ticks)
    {
        var total = histogram.TotalCount;
        var reached = 0L;
        var level = 0.0;
        for (var i = 0; reached < total && i < histogram.Counts.Length; i++)
        {
            var count = histogram.Counts[i];
            if (count == 0)
            {
                continue;
            }
            reached += count;
            var value = histogram.HighestEquivalentValue(histogram.Layout.LowestValueAt(i));
            while (level < 100 && 100.0 * reached / total >= level)
            {
                yield return new(value, level, reached);
                // Of the levels that the largest value reaches, only the first and 100 are told.
                level = reached < total ? NextLevel(level, ticks) : 100;
            }
        }
        if (total > 0)
        {
            yield return new(histogram.GetMaxValue(), 100, total);
        }
    }

    private static double NextLevel(double level, int ticks)
    {
        var halvings = (long)(Math.Log(100 / (100 - level)) / Math.Log(2)) + 1;
        var next = level + 100 / (ticks * Math.Pow(2, halvings));
        // Steps too small for a double would never arrive.
        return next > level ? next : 100;
    }
}
