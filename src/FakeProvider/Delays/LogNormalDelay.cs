namespace GatewayBench;

/// <summary>exp(mu + sigma z), with mu = ln p50 and sigma = ln(p99 / p50) / z(0.99).</summary>
internal sealed class LogNormalDelay : Delay
{
    private readonly double _mu;
    private readonly double _sigma;

    public LogNormalDelay(TimeSpan p50, TimeSpan p99)
    {
        if (p50 <= TimeSpan.Zero || p50 > Longest)
        {
            throw InvalidOption.Exception(nameof(p50), p50, "above zero, at most 24 hours");
        }
        if (p99 < p50 || p99 > Longest)
        {
            throw InvalidOption.Exception(nameof(p99), p99, $"from p50 ({p50}) to 24 hours");
        }
        _mu = Math.Log(p50.Ticks);
        _sigma = Math.Log((double)p99.Ticks / p50.Ticks) / NormalQuantile.Of(0.99);
    }

    internal override TimeSpan FromUniform(double uniform)
    {
        var ticks = Math.Exp(_mu + _sigma * NormalQuantile.Of(uniform));
        return new TimeSpan((long)Math.Round(Math.Min(ticks, Longest.Ticks)));
    }
}
