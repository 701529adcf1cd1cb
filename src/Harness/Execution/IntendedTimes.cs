namespace GatewayBench;

/// <summary>A pacer's intended times as timestamps of a clock, one after the other.</summary>
/// <param name="pacer">What they come from.</param>
/// <param name="origin">The timestamp at which the schedule starts.</param>
/// <param name="clock">Whose timestamps.</param>
internal sealed class IntendedTimes(Pacer pacer, long origin, TimeProvider clock)
{
    /// <summary>Timestamps per tick of a time; 0 where that is no whole number. A division a hit would show.</summary>
    private readonly long _perTick =
        clock.TimestampFrequency % TimeSpan.TicksPerSecond == 0
            ? clock.TimestampFrequency / TimeSpan.TicksPerSecond
            : 0;
    private TimeSpan _elapsed;
    private long _hits;

    public long Origin => origin;

    /// <returns>False when there are no more.</returns>
    public bool TryNext(out long due)
    {
        if (pacer.Next(_elapsed, _hits) is not { } next)
        {
            due = long.MaxValue;
            return false;
        }
        _elapsed = next;
        _hits++;
        due = origin + (_perTick > 0 ? next.Ticks * _perTick : clock.TicksOf(next));
        return true;
    }
}
