using GatewayBench.Support;

namespace GatewayBench.Tests.Loads.Sleepers;

public sealed class ClockSleeperTests
{
    [Fact]
    public async Task It_wakes_when_its_clock_is_moved_to_its_time()
    {
        var clock = new ManualTimeProvider();
        var until = clock.GetTimestamp() + TimeSpan.FromSeconds(5).Ticks;
        var woke = 0L;
        var sleep = Task.Factory.StartNew(
            () =>
            {
                using var sleeper = Sleeper.For(clock);
                sleeper.SleepUntil(until);
                woke = clock.GetTimestamp();
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

        while (!sleep.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await sleep;
        Assert.True(woke >= until);
    }

    [Fact]
    public async Task It_does_not_miss_a_clock_that_is_moved_while_it_falls_asleep()
    {
        var clock = new MovedWhenATimerIsSet(TimeSpan.FromSeconds(5));
        using var sleeper = new ClockSleeper(clock);

        await Task.Run(
            () => sleeper.SleepUntil(TimeSpan.FromSeconds(5).Ticks),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(TimeSpan.FromSeconds(5).Ticks, clock.GetTimestamp());
    }

    [Fact]
    public void The_past_returns_at_once()
    {
        var clock = new ManualTimeProvider();
        using var sleeper = new ClockSleeper(clock);

        sleeper.SleepUntil(clock.GetTimestamp());
        sleeper.SleepUntil(long.MinValue);

        Assert.Equal(0, clock.PendingTimers);
    }

    [Fact]
    public void The_system_clock_gets_the_platforms_sleeper()
    {
        using var sleeper = Sleeper.For(TimeProvider.System);

        Assert.IsAssignableFrom<StopwatchSleeper>(sleeper);
    }

    /// <summary>A clock whose timers never fire, because it was moved before they were set.</summary>
    private sealed class MovedWhenATimerIsSet(TimeSpan by) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Volatile.Read(ref _now);

        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        ) => new NeverFires(() => Volatile.Write(ref _now, by.Ticks));
    }

    private sealed class NeverFires(Action set) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            set();
            return true;
        }

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
