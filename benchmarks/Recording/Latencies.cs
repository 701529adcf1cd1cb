namespace GatewayBench.Benchmarks.Recording;

/// <summary>Latencies as a gateway's might be, drawn before anything is timed.</summary>
internal static class Latencies
{
    /// <summary>Enough that the processor can't learn them by heart.</summary>
    public const int Count = 16 * 1024;

    /// <summary>Microseconds, log-normal around 400 with a long tail: the extremes are near 1 and 100,000.</summary>
    public static long[] Draw()
    {
        var random = new Random(1);
        var microseconds = new long[Count];
        for (var i = 0; i < Count; i++)
        {
            var normal =
                Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
                * Math.Cos(2 * Math.PI * random.NextDouble());
            microseconds[i] = (long)(400 * Math.Exp(1.5 * normal));
        }
        return microseconds;
    }
}
