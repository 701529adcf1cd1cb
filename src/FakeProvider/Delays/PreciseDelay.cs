namespace GatewayBench;

/// <summary>
/// Waits that never end early by the clock's own timestamps. Timers count whole milliseconds by a
/// coarser clock, and <see cref="Task.Delay(TimeSpan, TimeProvider)"/> cuts what is finer off.
/// </summary>
internal static class PreciseDelay
{
    /// <summary>One wait. For many in a row, a <see cref="StreamTimer"/> allocates nothing.</summary>
    /// <param name="delay">Rounded up to whole milliseconds; up to 24 hours.</param>
    /// <param name="clock">Whose timestamps and timers count.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static async ValueTask WaitAsync(
        TimeSpan delay,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var due = clock.TimestampAfter(delay);
        for (var now = clock.GetTimestamp(); now < due; now = clock.GetTimestamp())
        {
            await Task.Delay(clock.RoundUp(due - now), clock, cancellationToken);
        }
    }

    /// <summary>The timestamp that is so far from now, rounded up.</summary>
    public static long TimestampAfter(this TimeProvider clock, TimeSpan delay) =>
        clock.GetTimestamp() + clock.TimestampsIn(delay);

    /// <summary>A time as a difference of timestamps, rounded up.</summary>
    public static long TimestampsIn(this TimeProvider clock, TimeSpan delay) =>
        (long)(
            ((Int128)delay.Ticks * clock.TimestampFrequency + TimeSpan.TicksPerSecond - 1)
            / TimeSpan.TicksPerSecond
        );

    /// <summary>A difference of timestamps in whole milliseconds, rounded up: what a timer can
    /// take.</summary>
    public static TimeSpan RoundUp(this TimeProvider clock, long timestamps) =>
        TimeSpan.FromMilliseconds(
            (long)Math.Ceiling(timestamps * 1_000.0 / clock.TimestampFrequency)
        );
}
