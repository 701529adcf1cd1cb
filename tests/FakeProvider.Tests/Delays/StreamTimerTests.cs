using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class StreamTimerTests
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_ends_when_the_clock_has_reached_its_time_and_not_before()
    {
        using var queue = new WaitQueue(_clock);
        using var timer = new StreamTimer(queue);
        for (var wait = 0; wait < 3; wait++)
        {
            var ended = timer.UntilAsync(_clock.TimestampAfter(5 * Millisecond), Token).AsTask();
            _clock.Advance(5 * Millisecond - TimeSpan.FromTicks(1));
            Assert.Equal(1, queue.Count);
            Assert.False(ended.IsCompleted);

            _clock.Advance(TimeSpan.FromTicks(1));
            await ended;
        }
    }

    [Fact]
    public void A_time_that_has_passed_is_not_waited_for()
    {
        using var queue = new WaitQueue(_clock);
        using var timer = new StreamTimer(queue);

        Assert.True(
            timer.UntilAsync(_clock.GetTimestamp(), Token).AsTask().IsCompletedSuccessfully
        );
        Assert.Equal(0, _clock.PendingTimers);
    }

    [Fact]
    public async Task All_streams_wait_behind_one_timer_and_each_ends_at_its_own_time()
    {
        using var queue = new WaitQueue(_clock);
        var timers = Enumerable.Range(0, 1_000).Select(_ => new StreamTimer(queue)).ToList();
        // 7 and 1,000 have no common divisor: all times from 1 to 1,000, mixed up.
        var due = timers.Select((_, i) => i * 7 % 1_000 + 1).ToList();
        var waits = timers
            .Select(
                (t, i) => t.UntilAsync(_clock.TimestampAfter(due[i] * Millisecond), Token).AsTask()
            )
            .ToList();

        Assert.Equal(1, _clock.PendingTimers);
        for (var passed = 100; passed <= 1_000; passed += 100)
        {
            _clock.Advance(100 * Millisecond);
            Assert.Equal(1_000 - passed, queue.Count);
            await Task.WhenAll(waits.Where((_, i) => due[i] <= passed));
            Assert.DoesNotContain(waits.Where((_, i) => due[i] > passed), w => w.IsCompleted);
        }
        Assert.Equal(0, _clock.PendingTimers);
    }

    [Fact]
    public async Task A_timer_that_fires_early_by_the_clock_is_set_again()
    {
        var clock = new EarlyTimerClock(_clock);
        using var queue = new WaitQueue(clock);
        using var timer = new StreamTimer(queue);
        var ended = timer.UntilAsync(_clock.TimestampAfter(10 * Millisecond), Token).AsTask();

        _clock.Advance(9 * Millisecond);
        Assert.Equal(1, queue.Count);
        Assert.False(ended.IsCompleted);
        _clock.Advance(2 * Millisecond);
        await ended;
    }

    [Fact]
    public async Task Two_waits_at_once_are_refused()
    {
        using var queue = new WaitQueue(_clock);
        using var timer = new StreamTimer(queue);
        var first = timer.UntilAsync(_clock.TimestampAfter(Millisecond), Token).AsTask();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            timer.UntilAsync(long.MaxValue, Token).AsTask()
        );
        _clock.Advance(Millisecond);
        await first;
    }

    [Fact]
    public void A_wait_allocates_nothing()
    {
        using var queue = new WaitQueue(_clock);
        using var timer = new StreamTimer(queue);
        using var cancellation = new CancellationTokenSource();
        // What the runtime itself allocates now and then is in few of them.
        Assert.Equal(0, Enumerable.Range(0, 100).Min(_ => WaitOnce(timer, cancellation.Token)));
    }

    [Fact]
    public async Task Waits_on_the_system_clock_never_end_early()
    {
        using var queue = new WaitQueue(TimeProvider.System);
        using var timer = new StreamTimer(queue);
        using var cancellation = new CancellationTokenSource();
        for (var wait = 0; wait < 20; wait++)
        {
            var due = TimeProvider.System.TimestampAfter(TimeSpan.FromMicroseconds(1_300));
            await timer.UntilAsync(due, cancellation.Token);
            Assert.True(TimeProvider.System.GetTimestamp() >= due);
        }
    }

    /// <returns>What the wait allocated, in bytes.</returns>
    private long WaitOnce(StreamTimer timer, CancellationToken token)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
#pragma warning disable CA2012 // AsTask would allocate.
        var wait = timer.UntilAsync(_clock.TimestampAfter(Millisecond), token).GetAwaiter();
#pragma warning restore CA2012
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        _clock.Advance(Millisecond);
        SpinWait.SpinUntil(() => wait.IsCompleted);
        before = GC.GetAllocatedBytesForCurrentThread();
        wait.GetResult();
        return allocated + GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
