using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class StreamTimerCancellationTests
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cancelled_wait_ends_at_once_and_leaves_the_others_alone()
    {
        using var queue = new WaitQueue(_clock);
        using var one = new StreamTimer(queue);
        using var other = new StreamTimer(queue);
        using var cancellation = new CancellationTokenSource();
        var cancelled = one.UntilAsync(_clock.TimestampAfter(Millisecond), cancellation.Token)
            .AsTask();
        var stays = other.UntilAsync(_clock.TimestampAfter(Millisecond), Token).AsTask();

        await cancellation.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal(1, queue.Count);
        Assert.True(one.UntilAsync(long.MaxValue, cancellation.Token).AsTask().IsCanceled);
        _clock.Advance(Millisecond);
        await stays;
    }

    [Fact]
    public async Task The_token_of_an_earlier_wait_does_not_end_a_later_one()
    {
        using var queue = new WaitQueue(_clock);
        using var timer = new StreamTimer(queue);
        using var earlier = new CancellationTokenSource();
        using var later = new CancellationTokenSource();
        var first = timer.UntilAsync(_clock.TimestampAfter(Millisecond), earlier.Token).AsTask();
        _clock.Advance(Millisecond);
        await first;

        var second = timer.UntilAsync(_clock.TimestampAfter(Millisecond), later.Token).AsTask();
        await earlier.CancelAsync();
        Assert.Equal(1, queue.Count);
        _clock.Advance(Millisecond);
        await second;
    }

    [Fact]
    public async Task Each_wait_ends_once_when_its_cancellation_races_with_its_time()
    {
        using var queue = new WaitQueue(_clock);
        using var timer = new StreamTimer(queue);
        var ends = 0;
        for (var round = 0; round < 500; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var wait = timer
                .UntilAsync(_clock.TimestampAfter(Millisecond), cancellation.Token)
                .AsTask();
            await Task.WhenAll(
                Task.Run(() => _clock.Advance(Millisecond), Token),
                Task.Run(cancellation.Cancel, Token),
                wait.ContinueWith(
                    _ => ends++,
                    Token,
                    TaskContinuationOptions.None,
                    TaskScheduler.Default
                )
            );
        }
        Assert.Equal(500, ends);
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public async Task Disposing_a_timer_or_the_queue_ends_their_waits()
    {
        var queue = new WaitQueue(_clock);
        var one = new StreamTimer(queue);
        using var other = new StreamTimer(queue);
        var first = one.UntilAsync(long.MaxValue, Token).AsTask();
        var second = other.UntilAsync(long.MaxValue, Token).AsTask();

        one.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(1, queue.Count);
        queue.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            other.UntilAsync(long.MaxValue, Token).AsTask()
        );
    }
}
