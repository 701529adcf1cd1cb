namespace GatewayBench;

/// <summary>exp(mu + sigma z), with mu = ln p50 and sigma = ln(p99 / p50) / z(0.99).</summary>
internal sealed class LogNormalDelay(MedianAndTail quantiles) : Delay
{
    private readonly double _mu = Math.Log(quantiles.P50.Ticks);
    private readonly double _sigma = quantiles.LogRatio / NormalQuantile.Of(0.99);

    public override string ToString() => DelayWords.LogNormal + quantiles;

    internal override TimeSpan FromUniform(double uniform) =>
        FromTicks(Math.Exp(_mu + _sigma * NormalQuantile.Of(uniform)));
}
