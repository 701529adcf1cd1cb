using MathNet.Numerics.Distributions;

namespace GatewayBench;

/// <summary>
/// Percentiles of a sample, and what they say of those that it was drawn from, whatever their
/// distribution: the number of values below a quantile is binomial, so two values of the sample
/// enclose it with a probability that depends on nothing else. (Hahn and Meeker, Statistical
/// Intervals, 1991, section 5.2.) The values must be independent.
/// </summary>
internal static class OrderStatistics
{
    private const double EachSide = 0.025;

    /// <summary>The least value that so many percent of the sample don't exceed.</summary>
    /// <param name="sorted">Rising; at least one.</param>
    /// <param name="percentile">Above 0, below 100.</param>
    public static double At(ReadOnlySpan<double> sorted, double percentile) =>
        sorted[
            Math.Clamp((int)Math.Ceiling(percentile / 100 * sorted.Length), 1, sorted.Length) - 1
        ];

    /// <summary>The 95 % interval of a percentile, at most 2.5 % beyond each end.</summary>
    /// <param name="sorted">Rising.</param>
    /// <param name="percentile">Above 0, below 100.</param>
    /// <returns>Null with too few values for one.</returns>
    public static Interval? IntervalOf(ReadOnlySpan<double> sorted, double percentile)
    {
        var (n, q) = (sorted.Length, percentile / 100);
        if (n == 0)
        {
            return null;
        }
        var below = new Binomial(q, n);
        // The l-th value lies above the quantile if fewer than l values are below it.
        var low = Largest(n, l => below.CumulativeDistribution(l - 1) <= EachSide);
        var high = n + 1 - Largest(n, k => 1 - below.CumulativeDistribution(n - k) <= EachSide);
        return low < 1 || high > n ? null : new Interval(sorted[low - 1], sorted[high - 1]);
    }

    /// <returns>The largest number up to n for which it holds, as it does for all below; 0 for none.</returns>
    private static int Largest(int n, Func<int, bool> holds)
    {
        var (yes, no) = (0, n + 1);
        while (no - yes > 1)
        {
            var middle = (yes + no) / 2;
            (yes, no) = holds(middle) ? (middle, no) : (yes, middle);
        }
        return yes;
    }
}
