using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

public sealed class DeadlineTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void It_fires_after_the_time_out_and_not_before()
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(120), _clock, default);

        var token = deadline.Start();
        _clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void Each_start_begins_anew()
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(120), _clock, default);

        deadline.Start();
        _clock.Advance(TimeSpan.FromSeconds(100));
        var second = deadline.Start();
        _clock.Advance(TimeSpan.FromSeconds(100));

        Assert.False(second.IsCancellationRequested);
    }

    [Fact]
    public void After_it_fired_the_next_exchange_has_its_whole_time()
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(120), _clock, default);

        deadline.Start();
        _clock.Advance(TimeSpan.FromSeconds(120));
        var next = deadline.Start();

        Assert.False(next.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(120));
        Assert.True(next.IsCancellationRequested);
    }

    [Fact]
    public void The_end_of_the_run_cuts_it_short_for_good()
    {
        using var run = new CancellationTokenSource();
        using var deadline = new Deadline(TimeSpan.FromSeconds(120), _clock, run.Token);

        var token = deadline.Start();
        run.Cancel();

        Assert.True(token.IsCancellationRequested);
        Assert.True(deadline.Start().IsCancellationRequested);
    }

    [Fact]
    public void At_rest_it_has_no_timer_and_the_next_exchange_has_its_whole_time()
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(120), _clock, default);

        deadline.Start();
        deadline.Rest();
        Assert.Equal(0, _clock.PendingTimers);
        _clock.Advance(TimeSpan.FromSeconds(200));
        var next = deadline.Start();

        Assert.False(next.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(120));
        Assert.True(next.IsCancellationRequested);
    }

    [Fact]
    public void The_end_of_the_run_cuts_short_what_starts_after_a_rest()
    {
        using var run = new CancellationTokenSource();
        using var deadline = new Deadline(TimeSpan.FromSeconds(120), _clock, run.Token);

        deadline.Start();
        deadline.Rest();
        run.Cancel();

        Assert.True(deadline.Start().IsCancellationRequested);
        Assert.True(deadline.HasPassed);
    }

    [Fact]
    public void The_end_of_the_run_is_still_heard_after_a_rest()
    {
        using var run = new CancellationTokenSource();
        using var deadline = new Deadline(TimeSpan.FromSeconds(120), _clock, run.Token);

        deadline.Start();
        deadline.Rest();
        var token = deadline.Start();
        run.Cancel();

        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void It_can_be_cut_short_again_and_again_but_never_made_longer()
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(120), _clock, default);
        var started = _clock.GetTimestamp();

        var token = deadline.Start();
        for (var i = 0; i < 11; i++)
        {
            deadline.CutAfter(TimeSpan.FromSeconds(20), started);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }
        Assert.False(token.IsCancellationRequested);
        deadline.CutAfter(TimeSpan.FromSeconds(20), started);
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.True(token.IsCancellationRequested);
        Assert.False(deadline.IsCutShort);
    }

    [Fact]
    public void It_knows_what_cut_it_short()
    {
        using var run = new CancellationTokenSource();
        using var deadline = new Deadline(TimeSpan.FromSeconds(120), _clock, run.Token);

        deadline.Start();
        deadline.CutAfter(TimeSpan.FromSeconds(2), _clock.GetTimestamp());
        Assert.False(deadline.IsCutShort);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(deadline.IsCutShort);
        deadline.Start();
        Assert.False(deadline.IsCutShort);

        deadline.CutAfter(TimeSpan.FromSeconds(2), _clock.GetTimestamp());
        run.Cancel();

        Assert.False(deadline.IsCutShort);
    }
}
