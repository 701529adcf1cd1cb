using System.Diagnostics;

namespace GatewayBench.ProviderCost;

/// <summary>The tokens of a stretch of time: how late they were, by the provider's own audit, and what they cost.</summary>
/// <param name="lateness">In microseconds, of all tokens.</param>
/// <param name="used">By this process.</param>
/// <param name="paused">For how long the garbage collector held everything up.</param>
/// <param name="seconds">How long it was.</param>
internal sealed class TokenWindow(
    LongHistogram lateness,
    ProcessUsage used,
    TimeSpan paused,
    double seconds
)
{
    public double TokensPerSecond => lateness.TotalCount / seconds;

    /// <summary>CPU time a token, of all that this process did.</summary>
    public double CpuMicroseconds => used.Cpu.TotalMicroseconds / lateness.TotalCount;

    /// <summary>Likewise.</summary>
    public double AllocatedBytes => (double)used.AllocatedBytes / lateness.TotalCount;

    /// <summary>What the garbage collector's pauses came to, in all.</summary>
    public double PausedMilliseconds => paused.TotalMilliseconds;

    public static async Task<TokenWindow> MeasureAsync(
        FakeProvider provider,
        int seconds,
        CancellationToken stop
    )
    {
        var (started, usage) = (Stopwatch.GetTimestamp(), ProcessUsage.Read());
        var paused = GC.GetTotalPauseDuration();
        var before = provider.GetStatistics().Audit.TokenTimerError;
        await Task.Delay(TimeSpan.FromSeconds(seconds), stop);
        var lateness = provider.GetStatistics().Audit.TokenTimerError;
        lateness.Subtract(before);
        return new TokenWindow(
            lateness,
            ProcessUsage.Read() - usage,
            GC.GetTotalPauseDuration() - paused,
            Stopwatch.GetElapsedTime(started).TotalSeconds
        );
    }

    /// <returns>Milliseconds; null with too few tokens to tell.</returns>
    public double? LagAt(double percentile) =>
        lateness.TotalCount >= SampleSize.NeededFor(percentile)
            ? lateness.GetValueAtPercentile(percentile) / 1e3
            : null;
}
