using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class PatienceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void It_ends_when_the_time_is_over_and_not_sooner()
    {
        using var patience = New(10 * Second);

        _clock.Advance(9.9 * Second);
        Assert.False(patience.Token.IsCancellationRequested);
        _clock.Advance(0.1 * Second);
        Assert.True(patience.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_time_set_anew_counts_from_then_on()
    {
        using var patience = New(10 * Second);
        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(9 * Second);
            patience.Rest();
            patience.WaitFor(10 * Second);
        }

        _clock.Advance(9 * Second);
        Assert.False(patience.Token.IsCancellationRequested);
        _clock.Advance(Second);
        Assert.True(patience.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_shorter_time_than_the_last_ends_sooner()
    {
        using var patience = New(100 * Second);

        patience.WaitFor(2 * Second);
        _clock.Advance(2 * Second);

        Assert.True(patience.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_rest_lasts_as_long_as_it_lasts()
    {
        using var patience = New(10 * Second);

        patience.Rest();
        _clock.Advance(1000 * Second);
        Assert.False(patience.Token.IsCancellationRequested);
        patience.WaitFor(10 * Second);
        _clock.Advance(10 * Second);

        Assert.True(patience.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_caller_who_leaves_ends_it_even_while_it_rests()
    {
        using var caller = new CancellationTokenSource();
        using var patience = new Patience(10 * Second, _clock, caller.Token);

        patience.Rest();
        caller.Cancel();

        Assert.True(patience.Token.IsCancellationRequested);
        Assert.Throws<OperationCanceledException>(() =>
            patience.Explain(new IOException(), ProviderFailure.TimedOut)
        );
    }

    [Fact]
    public void Waiting_for_the_next_piece_sets_no_timer()
    {
        var clock = new CountingClock();
        using var patience = new Patience(10 * Second, clock, CancellationToken.None);
        var before = clock.Changes;

        for (var i = 0; i < 100; i++)
        {
            patience.Rest();
            patience.WaitFor(10 * Second);
        }

        Assert.Equal(before, clock.Changes);
    }

    [Fact]
    public void It_leaves_nothing_behind()
    {
        New(10 * Second).Dispose();

        Assert.Equal(0, _clock.PendingTimers);
    }

    private Patience New(TimeSpan wait) => new(wait, _clock, CancellationToken.None);

    /// <summary>Counts how often its timers, which never fire, are set.</summary>
    private sealed class CountingClock : TimeProvider
    {
        public int Changes { get; private set; }

        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        ) => new Counted(this);

        private sealed class Counted(CountingClock clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                clock.Changes++;
                return true;
            }

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
