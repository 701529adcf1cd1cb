using System.Diagnostics;

namespace GatewayBench.OverheadTruth;

/// <summary>
/// A delay that is known: the processor waits it out, as timers are late by more than what is looked
/// for. What is not delayed waits too, only less: a processor that was at work does what comes next
/// sooner than one that was asleep, and that must not pass for a part of the delay.
/// </summary>
internal sealed class Injection
{
    /// <summary>Those of the runs, in turn.</summary>
    private static readonly double[] Milliseconds = [0.5, 1, 2, 5];

    private const long BaseMilliseconds = 1;

    private long _ticks;

    /// <summary>What is injected now.</summary>
    public TimeSpan Delay => Stopwatch.GetElapsedTime(0, _ticks);

    /// <summary>Takes that of a run.</summary>
    public void Take(int run) =>
        _ticks = (long)(Milliseconds[run % Milliseconds.Length] * Stopwatch.Frequency / 1_000);

    /// <param name="isDelayed">Whether it is one that the delay is added to.</param>
    public void Wait(bool isDelayed)
    {
        var until =
            Stopwatch.GetTimestamp()
            + BaseMilliseconds * Stopwatch.Frequency / 1_000
            + (isDelayed ? _ticks : 0);
        while (Stopwatch.GetTimestamp() < until)
        {
            Thread.SpinWait(1);
        }
    }
}
