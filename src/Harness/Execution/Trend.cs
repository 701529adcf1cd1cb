namespace GatewayBench;

/// <summary>
/// How a series moves from value to value: the median of the slopes between all pairs (Theil and
/// Sen), and whether they point one way more often than chance explains (Mann and Kendall).
/// </summary>
/// <param name="Slope">Per step, in the unit of the series.</param>
/// <param name="StandardErrors">How far the excess of rising pairs over falling ones is from none.</param>
internal readonly record struct Trend(double Slope, double StandardErrors)
{
    /// <param name="series">At least two values.</param>
    public static Trend Of(ReadOnlySpan<double> series)
    {
        var n = series.Length;
        var slopes = new double[n * (n - 1) / 2];
        var (pair, excess) = (0, 0);
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                slopes[pair++] = (series[j] - series[i]) / (j - i);
                excess += Math.Sign(series[j] - series[i]);
            }
        }
        var deviation = Math.Sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
        // A step of two is the smallest that the excess can take: continuity correction.
        var errors = Math.Max(0, Math.Abs(excess) - 1) / deviation;
        return new Trend(Median.Of(slopes), errors);
    }
}
