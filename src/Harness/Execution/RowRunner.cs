using System.Runtime;

namespace GatewayBench;

/// <summary>Runs one row: a checked exchange, the warm-up, the measured time, the drain.</summary>
internal sealed class RowRunner(Row row, RunOptions options, CancellationToken cancelled)
{
    private readonly TimeProvider _clock = options.Clock;
    private UserLoop[] _users = [];

    /// <exception cref="TargetStartException">The target could not be started.</exception>
    /// <exception cref="TargetFaultException">The target did what makes figures from it worthless.</exception>
    public async Task<RowResult> RunAsync()
    {
        await row.Target.StartAsync(cancelled);
        using var client = row.Target.CreateClient();
        using var run = new RowRun(row.Scenario, client, options, cancelled);

        if (await FirstFailureAsync(run) is { } failure)
        {
            return RowReport.NotLoaded(row, run, failure);
        }

        _users =
        [
            .. Enumerable.Range(0, row.Load.Users).Select(i => new UserLoop(run, NewUser(i))),
        ];
        var window = new MeasuredWindow();
        if (options.WarmUpCap == TimeSpan.Zero)
        {
            Begin(run, window);
            window.Settled = true;
        }
        var loops = _users.Select(user => user.RunAsync()).ToList();
        try
        {
            if (options.WarmUpCap > TimeSpan.Zero)
            {
                (window.WarmUp, window.Settled) = await WarmUpAsync(run);
                Begin(run, window);
            }
            await MeasureAsync(run, window);
        }
        finally
        {
            run.Stopped = true;
            window.InFlightAtEnd = _users.Count(user => user.InFlight);
            await Task.WhenAll(loops);
        }
        return RowReport.Of(row, run, window, _users);
    }

    /// <summary>One exchange alone, so that a wrong path or key shows before it is hit a million times.</summary>
    private async Task<Hit?> FirstFailureAsync(RowRun run)
    {
        using var exchange = new Exchange(run, NewUser(0));
        var hit = await exchange.RunAsync(_clock.GetTimestamp());
        RequireNoFault();
        var tolerable =
            hit.Outcome == Outcome.Success || row.Scenario.Expected.Contains(hit.Outcome);
        return tolerable ? null : hit;
    }

    private async Task<(TimeSpan Spent, bool Settled)> WarmUpAsync(RowRun run)
    {
        var started = _clock.GetTimestamp();
        var slices = new List<WarmUp.Slice>();
        var (hits, methods) = (Completed(), JitInfo.GetCompiledMethodCount());
        while (_clock.GetElapsedTime(started) < options.WarmUpCap && !run.Stopped)
        {
            await WaitAsync(WarmUp.SliceLength);
            var (hitsNow, methodsNow) = (Completed(), JitInfo.GetCompiledMethodCount());
            slices.Add(new WarmUp.Slice(hitsNow - hits, methodsNow - methods));
            (hits, methods) = (hitsNow, methodsNow);
            if (WarmUp.IsSettled(slices))
            {
                return (_clock.GetElapsedTime(started), true);
            }
        }
        return (_clock.GetElapsedTime(started), false);
    }

    private void Begin(RowRun run, MeasuredWindow window)
    {
        window.Usage = ProcessUsage.Read();
        window.Completed = Completed();
        window.Started = _clock.GetTimestamp();
        run.MeasuredFrom = window.Started;
    }

    private async Task MeasureAsync(RowRun run, MeasuredWindow window)
    {
        for (
            var left = row.Load.Duration;
            left > TimeSpan.Zero && !run.Stopped;
            left = row.Load.Duration - Elapsed()
        )
        {
            await WaitAsync(left < WarmUp.SliceLength ? left : WarmUp.SliceLength);
        }
        run.Stopped = true;
        window.Measured = Elapsed();
        window.Completed = Completed() - window.Completed;
        window.Usage = ProcessUsage.Read() - window.Usage;

        TimeSpan Elapsed() => _clock.GetElapsedTime(window.Started);
    }

    private async Task WaitAsync(TimeSpan time)
    {
        await Task.Delay(time, _clock, cancelled)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        RequireNoFault();
    }

    private void RequireNoFault()
    {
        if (row.Target.Fault is { } fault)
        {
            throw new TargetFaultException(fault);
        }
    }

    private User NewUser(int index) => new(index, options.Seed, row.Target.BaseAddress);

    private long Completed() => _users.Sum(user => user.Completed);
}
