namespace GatewayBench;

/// <summary>mean + deviation z, z being the standard normal quantile.</summary>
internal sealed class NormalDelay(TimeSpan mean, TimeSpan deviation) : Delay
{
    private readonly TimeSpan _mean = InRange(mean, nameof(mean));
    private readonly TimeSpan _deviation = InRange(deviation, nameof(deviation));

    public override string ToString() =>
        $"{DelayWords.Normal}({DelayWords.Mean}={Duration.ToText(_mean)},"
        + $"{DelayWords.Deviation}={Duration.ToText(_deviation)})";

    internal override TimeSpan FromUniform(double uniform) =>
        FromTicks(_mean.Ticks + _deviation.Ticks * NormalQuantile.Of(uniform));
}
