using GatewayBench.Support;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class CachedHealthTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private readonly ManualTimeProvider _clock = new();
    private readonly ScriptedChecks _checks = new();
    private readonly CachedHealth _health;

    public CachedHealthTests() =>
        _health = new(_checks, Options.Create(new HealthOptions { CacheSeconds = 5 }), _clock);

    [Fact(Timeout = HangGuard)]
    public async Task A_stampede_makes_one_round_of_probes()
    {
        var callers = Enumerable.Range(0, 100).Select(_ => GetAsync()).ToList();
        await _checks.Started;

        _checks.Finish(HealthStatus.Healthy);
        var snapshots = await Task.WhenAll(callers);

        Assert.Equal(1, _checks.Rounds);
        Assert.All(snapshots, snapshot => Assert.Same(snapshots[0], snapshot));
        Assert.Equal(200, snapshots[0].StatusCode);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_stale_snapshot_is_served_while_one_refresh_runs()
    {
        var first = await RoundAsync(HealthStatus.Healthy);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var stale = Enumerable.Range(0, 100).Select(_ => GetAsync()).ToList();
        Assert.All(stale, caller => Assert.True(caller.IsCompletedSuccessfully));
        Assert.All(await Task.WhenAll(stale), snapshot => Assert.Same(first, snapshot));

        await _checks.Started;
        Assert.Equal(2, _checks.Rounds);
        // By now the first one is too old: whoever comes waits for the round that runs already.
        _clock.Advance(TimeSpan.FromMinutes(1));
        var late = GetAsync();
        _checks.Finish(HealthStatus.Unhealthy);
        Assert.Equal(503, (await late).StatusCode);
        Assert.Equal(2, _checks.Rounds);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_snapshot_from_before_a_quiet_spell_is_not_served()
    {
        await RoundAsync(HealthStatus.Healthy);
        _clock.Advance(TimeSpan.FromSeconds(65));

        var caller = GetAsync();
        await _checks.Started;
        Assert.False(caller.IsCompleted);
        _checks.Finish(HealthStatus.Unhealthy);

        Assert.Equal(503, (await caller).StatusCode);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_caller_who_leaves_does_not_cancel_the_round_for_the_others()
    {
        using var leave = new CancellationTokenSource();
        var leaving = _health.GetAsync(leave.Token).AsTask();
        var staying = GetAsync();
        await _checks.Started;

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        _checks.Finish(HealthStatus.Degraded);

        Assert.Equal(200, (await staying).StatusCode);
        Assert.Equal(1, _checks.Rounds);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_failed_round_is_followed_by_another()
    {
        var caller = GetAsync();
        await _checks.Started;
        _checks.Fail(new InvalidOperationException("no checks today"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => caller);

        Assert.Equal(200, (await RoundAsync(HealthStatus.Healthy)).StatusCode);
    }

    private async Task<HealthSnapshot> RoundAsync(HealthStatus status)
    {
        var caller = GetAsync();
        await _checks.Started;
        _checks.Finish(status);
        return await caller;
    }

    private Task<HealthSnapshot> GetAsync() =>
        _health.GetAsync(TestContext.Current.CancellationToken).AsTask();
}
