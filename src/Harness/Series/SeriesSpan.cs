namespace GatewayBench;

/// <summary>A stretch of the measured time, in seconds from its start.</summary>
internal readonly record struct SeriesSpan(double From, double To)
{
    /// <summary>Seconds that both have in common.</summary>
    public double Overlap(SeriesSpan other) =>
        Math.Max(0, Math.Min(To, other.To) - Math.Max(From, other.From));
}
