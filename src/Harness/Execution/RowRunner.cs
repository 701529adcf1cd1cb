namespace GatewayBench;

/// <summary>Runs one row: a checked exchange, the warm-up, the measured time, the drain.</summary>
internal sealed class RowRunner(Row row, RunOptions options, CancellationToken cancelled)
{
    private readonly TimeProvider _clock = options.Clock;
    private UserLoop[] _users = [];
    private List<Task> _loops = [];

    /// <returns>Null if the run was cancelled before anything was measured.</returns>
    /// <exception cref="TargetStartException">The target could not be started.</exception>
    /// <exception cref="TargetFaultException">The target did what makes figures from it worthless.</exception>
    /// <exception cref="ScenarioException">The scenario could not make a request.</exception>
    public async Task<RowResult?> RunAsync()
    {
        await row.Target.StartAsync(cancelled);
        using var client = row.Target.CreateClient();
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        using var run = new RowRun(row.Scenario, client, options, cut.Token);

        if (await FirstFailureAsync(run) is { } failure)
        {
            return cancelled.IsCancellationRequested
                ? null
                : RowReport.NotLoaded(row, run, failure);
        }

        var window = new MeasuredWindow();
        _users =
        [
            .. Enumerable.Range(0, row.Load.Users).Select(i => new UserLoop(run, NewUser(i))),
        ];
        if (options.WarmUpCap == TimeSpan.Zero)
        {
            await BeginAsync(run, window);
        }
        _loops = [.. _users.Select(user => user.RunAsync())];
        try
        {
            if (options.WarmUpCap > TimeSpan.Zero)
            {
                (window.WarmUp, window.Settled) = await WarmUpAsync(run);
                if (cancelled.IsCancellationRequested)
                {
                    return null;
                }
                await BeginAsync(run, window);
            }
            await MeasureAsync(run, window);
        }
        catch
        {
            // Nobody will read these figures: what is in flight need not be waited for.
            await cut.CancelAsync();
            throw;
        }
        finally
        {
            run.Stopped = true;
            // What a loop failed with was or is told by RequireNoFaultAsync, without hiding another failure.
            await Task.WhenAll(_loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        // What happened to another process in the drain is known of too.
        await row.Target.ReadUsageAsync();
        await RequireNoFaultAsync();
        return window.Measured > TimeSpan.Zero ? RowReport.Of(row, run, window, _users) : null;
    }

    /// <summary>One exchange alone, so that a wrong path or key shows before it is hit a million times.</summary>
    private async Task<Hit?> FirstFailureAsync(RowRun run)
    {
        using var exchange = new Exchange(run, NewUser(0));
        var hit = await exchange.RunAsync(_clock.GetTimestamp());
        // So that a fault in another process is known of before its error is judged.
        await row.Target.ReadUsageAsync();
        await RequireNoFaultAsync();
        var tolerable =
            hit.Outcome == Outcome.Success || row.Scenario.Expected.Contains(hit.Outcome);
        return tolerable ? null : hit;
    }

    private async Task<(TimeSpan Spent, bool Settled)> WarmUpAsync(RowRun run)
    {
        var started = _clock.GetTimestamp();
        var warmUp = new WarmUp(row.Load.Users);
        var (at, hits, methods) = (started, Completed(), await CompiledMethodsAsync());
        while (_clock.GetElapsedTime(started) < options.WarmUpCap && !run.Stopped)
        {
            await WaitAsync(WarmUp.SliceLength);
            var now = (_clock.GetTimestamp(), Completed(), await CompiledMethodsAsync());
            warmUp.Add(
                new WarmUp.Slice(
                    _clock.GetElapsedTime(at, now.Item1).TotalSeconds,
                    now.Item2 - hits,
                    now.Item3 - methods
                )
            );
            (at, hits, methods) = now;
            if (warmUp.HasSettled)
            {
                return (_clock.GetElapsedTime(started), true);
            }
        }
        return (_clock.GetElapsedTime(started), false);
    }

    private async Task BeginAsync(RowRun run, MeasuredWindow window)
    {
        window.StartedAt = _clock.GetUtcNow();
        window.Usage = await ProcessUsage.ReadAsync(row.Target);
        window.Completed = Completed();
        window.Started = _clock.GetTimestamp();
        run.MeasuredFrom = window.Started;
    }

    private async Task MeasureAsync(RowRun run, MeasuredWindow window)
    {
        for (
            var left = row.Load.Duration;
            left > TimeSpan.Zero && !run.Stopped;
            left = row.Load.Duration - _clock.GetElapsedTime(window.Started)
        )
        {
            await WaitAsync(left < WarmUp.SliceLength ? left : WarmUp.SliceLength);
        }
        run.Stopped = true;
        window.Measured = _clock.GetElapsedTime(window.Started);
        window.InFlightAtEnd = _users.Count(user => user.InFlight);
        window.Completed = Completed() - window.Completed;
        window.Usage = await ProcessUsage.ReadAsync(row.Target) - window.Usage;
    }

    private async Task WaitAsync(TimeSpan time)
    {
        await Task.Delay(time, _clock, cancelled)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RequireNoFaultAsync();
    }

    /// <summary>Neither of the target nor of the scenario, whose exceptions end the loops that met them.</summary>
    private async Task RequireNoFaultAsync()
    {
        if (row.Target.Fault is { } fault)
        {
            throw new TargetFaultException(fault);
        }
        if (_loops.Find(loop => loop.IsFaulted) is { } broken)
        {
            await broken;
        }
    }

    /// <summary>Of this process alone where the target's can't be told: the rate then decides.</summary>
    private async ValueTask<long> CompiledMethodsAsync() =>
        (await ProcessUsage.ReadAsync(row.Target) ?? ProcessUsage.Read()).CompiledMethods;

    private User NewUser(int index) => new(index, options.Seed, row.Target.BaseAddress);

    private long Completed() => _users.Sum(user => user.Completed);
}
