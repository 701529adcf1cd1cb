using System.Diagnostics;

namespace GatewayBench.OverheadTruth;

/// <summary>
/// A delay that is known to some microseconds: slept through but for its end, which the processor
/// waits out, as whoever sleeps wakes late. What is not delayed waits too, only less. For what comes
/// next depends on what the processor did before: after a millisecond at work it is slower by some
/// hundredths of one than after none, and after ten asleep by more than after nine. That must not pass
/// for a part of the delay, so both work for as long at last, and sleep for much longer than they
/// differ.
/// </summary>
internal sealed class Injection
{
    /// <summary>Those of the runs, in turn.</summary>
    private static readonly double[] Milliseconds = [0.5, 1, 2, 5];

    private const long BaseMilliseconds = 12;

    /// <summary>Longer than a thread that sleeps is late, as a rule.</summary>
    private static readonly TimeSpan Awake = TimeSpan.FromMilliseconds(0.9);

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
        // In whole milliseconds, the rest of which it is awake.
        Thread.Sleep(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), until) - Awake);
        while (Stopwatch.GetTimestamp() < until)
        {
            Thread.SpinWait(1);
        }
    }
}
