using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class PreciseDelayTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_wait_is_rounded_up_to_whole_milliseconds()
    {
        var wait = Wait(TimeSpan.FromMicroseconds(1_500), _clock).AsTask();

        _clock.Advance(TimeSpan.FromMicroseconds(1_999));
        Assert.False(wait.IsCompleted);
        Assert.Equal(1, _clock.PendingTimers);
        _clock.Advance(TimeSpan.FromMicroseconds(1));
        await wait;
    }

    [Fact]
    public async Task A_wait_whose_timer_fires_early_goes_on()
    {
        var wait = Wait(TimeSpan.FromMilliseconds(10), new EarlyTimerClock(_clock)).AsTask();

        _clock.Advance(TimeSpan.FromMilliseconds(9));
        Assert.False(wait.IsCompleted);
        await Eventually.TrueAsync(() =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            return wait.IsCompleted;
        });
    }

    [Fact]
    public void No_time_is_no_wait() =>
        Assert.True(Wait(TimeSpan.Zero, _clock).AsTask().IsCompletedSuccessfully);

    [Fact]
    public async Task A_cancelled_wait_ends_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        var wait = PreciseDelay.WaitAsync(Delay.Longest, _clock, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Equal(0, _clock.PendingTimers);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10_000, 1)]
    [InlineData(10_001, 2)]
    public void Differences_of_timestamps_are_rounded_up(long timestamps, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), _clock.RoundUp(timestamps));

    private static ValueTask Wait(TimeSpan delay, TimeProvider clock) =>
        PreciseDelay.WaitAsync(delay, clock, CancellationToken.None);
}
