using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

public sealed class TurnstileTests
{
    private static readonly CancellationToken _never = CancellationToken.None;
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task It_is_closed_once_everybody_is_there_and_tells_how_long_they_worked()
    {
        var turnstile = new Turnstile(users: 2, _clock);
        var closing = turnstile.CloseAsync(_never);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var early = turnstile.PassAsync(_never);
        Assert.False(closing.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(2));
        var late = turnstile.PassAsync(_never);

        // 1 s and 3 s: who is early does not work while it waits for the other.
        Assert.Equal(TimeSpan.FromSeconds(2), await closing);
        Assert.False(early.IsCompleted || late.IsCompleted);
    }

    [Fact]
    public async Task Opened_again_it_lets_all_go_on_and_counts_anew()
    {
        var turnstile = new Turnstile(users: 1, _clock);
        var closing = turnstile.CloseAsync(_never);
        _clock.Advance(TimeSpan.FromSeconds(5));
        var waiting = turnstile.PassAsync(_never);
        await closing;
        _clock.Advance(TimeSpan.FromSeconds(7));

        turnstile.Open();

        await waiting;
        Assert.True(turnstile.IsOpen);
        closing = turnstile.CloseAsync(_never);
        _clock.Advance(TimeSpan.FromSeconds(3));
        _ = turnstile.PassAsync(_never);
        Assert.Equal(TimeSpan.FromSeconds(3), await closing);
    }

    [Fact]
    public async Task The_end_of_a_run_frees_who_waits_and_who_closes()
    {
        using var ending = new CancellationTokenSource();
        var turnstile = new Turnstile(users: 2, _clock);
        var closing = turnstile.CloseAsync(ending.Token);
        var waiting = turnstile.PassAsync(ending.Token);

        await ending.CancelAsync();

        await waiting;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => closing);
    }
}
