namespace GatewayBench;

/// <summary>Reads histograms of nanoseconds as times.</summary>
public static class TimeHistogramExtensions
{
    /// <summary>A percentile of a histogram of nanoseconds.</summary>
    /// <param name="nanoseconds">Such as a row's latency.</param>
    /// <param name="percentile">Above 0, below 100.</param>
    /// <returns>Null below the number of samples that the percentile needs.</returns>
    public static TimeSpan? TimeAt(this LongHistogram nanoseconds, double percentile)
    {
        ArgumentNullException.ThrowIfNull(nanoseconds);
        return nanoseconds.TotalCount >= SampleSize.NeededFor(percentile)
            ? Time(nanoseconds.GetValueAtPercentile(percentile))
            : null;
    }

    /// <summary>The longest time; null without any.</summary>
    public static TimeSpan? MaxTime(this LongHistogram nanoseconds)
    {
        ArgumentNullException.ThrowIfNull(nanoseconds);
        return nanoseconds.TotalCount > 0 ? Time(nanoseconds.GetMaxValue()) : null;
    }

    private static TimeSpan Time(long nanoseconds) => TimeSpan.FromMicroseconds(nanoseconds / 1e3);
}
