using MathNet.Numerics.Distributions;

namespace GatewayBench;

/// <summary>
/// How fast a series moves: the median of the slopes between all pairs (Theil 1950; Sen, <i>Estimates
/// of the regression coefficient based on Kendall's tau</i>, JASA 63, 1968), with Sen's interval, which
/// asks nothing of the noise's distribution.
/// </summary>
/// <param name="Slope">In the unit of the series, per unit of time.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end.</param>
internal readonly record struct SlopeInterval(double Slope, double Low, double High)
{
    /// <param name="points">At least two, at times that differ.</param>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="inflation">
    /// What the variance of Kendall's statistic is multiplied by, for values that depend on their
    /// neighbours.
    /// </param>
    public static SlopeInterval Of(
        IReadOnlyList<DriftPoint> points,
        double confidence,
        double inflation
    )
    {
        var n = points.Count;
        var slopes = new double[n * (n - 1) / 2];
        var pair = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                slopes[pair++] =
                    (points[j].Value - points[i].Value) / (points[j].Minute - points[i].Minute);
            }
        }
        Array.Sort(slopes);
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        // Without a correction for ties, which would make it narrower.
        var spread = z * Math.Sqrt(inflation * n * (n - 1.0) * (2 * n + 5) / 18);
        var low = (int)Math.Floor((slopes.Length - spread) / 2) - 1;
        return low < 0
            ? new SlopeInterval(Median.Of(slopes), double.NegativeInfinity, double.PositiveInfinity)
            : new SlopeInterval(Median.Of(slopes), slopes[low], slopes[^(low + 1)]);
    }
}
