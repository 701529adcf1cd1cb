namespace GatewayBench;

/// <summary>What a heavy-tailed delay is stated by.</summary>
internal readonly record struct MedianAndTail
{
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public MedianAndTail(TimeSpan p50, TimeSpan p99)
    {
        if (p50 <= TimeSpan.Zero || p50 > Delay.Longest)
        {
            throw InvalidOption.Exception(nameof(p50), p50, "above zero, at most 24 hours");
        }
        if (p99 < p50 || p99 > Delay.Longest)
        {
            throw InvalidOption.Exception(
                nameof(p99),
                p99,
                $"from p50 ({Duration.ToText(p50)}) to 24 hours"
            );
        }
        (P50, P99) = (p50, p99);
    }

    public TimeSpan P50 { get; }

    public TimeSpan P99 { get; }

    /// <summary>ln(p99 / p50).</summary>
    public double LogRatio => Math.Log((double)P99.Ticks / P50.Ticks);

    public override string ToString() =>
        $"({DelayWords.P50}={Duration.ToText(P50)},{DelayWords.P99}={Duration.ToText(P99)})";
}
