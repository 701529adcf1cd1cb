namespace GatewayBench;

/// <summary>
/// scale / (1 - u)^(1/alpha), the quantile function of the type I distribution. Source: Johnson, Kotz
/// and Balakrishnan, "Continuous univariate distributions", volume 1, 2nd edition, 1994, chapter 20.
/// With Q(0.5) = p50 and Q(0.99) = p99: 1/alpha = ln(p99 / p50) / ln 50 and scale = p50 / 2^(1/alpha).
/// </summary>
internal sealed class ParetoDelay(MedianAndTail quantiles) : Delay
{
    private readonly double _exponent = quantiles.LogRatio / Math.Log(50);

    public override string ToString() => DelayWords.Pareto + quantiles;

    // Scale and u in one power: 1 - u is exact here, and at the median its double is exactly 1.
    internal override TimeSpan FromUniform(double uniform) =>
        FromTicks(quantiles.P50.Ticks * Math.Pow(2 * (1 - uniform), -_exponent));
}
