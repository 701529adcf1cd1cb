namespace GatewayBench;

/// <summary>How many samples a percentile needs before it may be shown.</summary>
internal static class SampleSize
{
    /// <summary>
    /// The least n for which a two-sided 95 % distribution-free confidence interval exists: the
    /// sample's maximum lies above the quantile with probability 97.5 %, so 1 - q^n >= 0.975.
    /// (Order-statistic intervals; for instance Hahn and Meeker, Statistical Intervals, 1991.)
    /// </summary>
    public static long NeededFor(double percentile) =>
        (long)Math.Ceiling(Math.Log(0.025) / Math.Log(percentile / 100));
}
