namespace GatewayBench.FakeProviderTests;

/// <summary>A clock whose timers fire after half of the time that they were set to.</summary>
internal sealed class EarlyTimerClock(TimeProvider clock) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => new EarlyTimer(clock.CreateTimer(callback, state, Half(dueTime), period));

    private static TimeSpan Half(TimeSpan due) => due == Timeout.InfiniteTimeSpan ? due : due / 2;

    private sealed class EarlyTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(Half(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
