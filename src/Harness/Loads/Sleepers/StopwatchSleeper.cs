using System.Diagnostics;

namespace GatewayBench;

/// <summary>Sleeps by one of the platform's means, and in milliseconds where that fails.</summary>
internal abstract class StopwatchSleeper : ISleeper
{
    private const long LongestTry = 1_000;

    public void SleepUntil(long timestamp)
    {
        // In a loop: platforms wake early, for signals or because their timers are coarser.
        while (Stopwatch.GetTimestamp() is var now && now < timestamp)
        {
            var left = timestamp - now;
            if (!TrySleep(timestamp, left))
            {
                var milliseconds = Math.Min(left / (Stopwatch.Frequency / 1_000) + 1, LongestTry);
                Thread.Sleep((int)milliseconds);
            }
        }
    }

    /// <summary>Whether the platform does as it should, found out by a sleep of next to nothing.</summary>
    public bool Works() => TrySleep(Stopwatch.GetTimestamp() + 1, 1);

    /// <summary>Sleeps once.</summary>
    /// <param name="timestamp">When to wake.</param>
    /// <param name="left">The time to it, above zero, in units of <see cref="Stopwatch"/>.</param>
    /// <returns>False if this can't sleep; true after sleeping, perhaps too short.</returns>
    public abstract bool TrySleep(long timestamp, long left);

    public virtual void Dispose() { }
}
