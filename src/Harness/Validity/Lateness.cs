namespace GatewayBench;

/// <summary>What is late for a reason of ours is judged by the latency that it adds to.</summary>
internal static class Lateness
{
    /// <param name="trust">Holds the row's p99, if it has one.</param>
    /// <param name="least">What is always tolerated, in microseconds.</param>
    public static double Limit(Trust trust, double least) =>
        Math.Max(least, GateLimits.LatenessShare * trust.LatencyP99Microseconds ?? 0);

    public static string Text(double microseconds) =>
        Units.Time(TimeSpan.FromMicroseconds(microseconds));
}
