namespace GatewayBench;

/// <summary>Sleeps by a clock's own timers, so that a clock which a test moves wakes it.</summary>
internal sealed class ClockSleeper(TimeProvider clock) : ISleeper
{
    private static readonly TimeSpan Shortest = TimeSpan.FromTicks(1);

    /// <summary>
    /// Of real time: the clock may be moved just before the timer is set, which then is set too far
    /// ahead, and nobody might move the clock again.
    /// </summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    private readonly ManualResetEventSlim _due = new();

    public void SleepUntil(long timestamp)
    {
        using var timer = clock.CreateTimer(
            Wake,
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        while (clock.GetTimestamp() is var now && now < timestamp)
        {
            _due.Reset();
            timer.Change(
                Max(clock.GetElapsedTime(now, timestamp), Shortest),
                Timeout.InfiniteTimeSpan
            );
            _due.Wait(LookAgain);
        }
    }

    public void Dispose() => _due.Dispose();

    private void Wake(object? state) => _due.Set();

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
