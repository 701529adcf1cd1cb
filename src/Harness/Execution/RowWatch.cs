using System.Runtime.ExceptionServices;

namespace GatewayBench;

/// <summary>What is done beside the hits of a row: its first check, the warm-up, and waiting, all as long as nothing fails.</summary>
/// <param name="row">What is run.</param>
/// <param name="run">Its shared state.</param>
/// <param name="options">How it is run.</param>
/// <param name="cancelled">Ends it before its time.</param>
internal sealed class RowWatch(Row row, RowRun run, RunOptions options, CancellationToken cancelled)
{
    private readonly TimeProvider _clock = options.Clock;

    /// <summary>One iteration alone, so that a wrong path or key shows before it is hit a million times.</summary>
    /// <returns>Null if it went as the scenario expects.</returns>
    public async Task<Hit?> FirstFailureAsync()
    {
        var hit = await FirstAsync();
        // Off the client's thread.
        await Task.Yield();
        await RequireNoFaultAsync();
        var tolerable =
            hit.Outcome == Outcome.Success || row.Scenario.Expected.Contains(hit.Outcome);
        return tolerable ? null : hit;
    }

    /// <summary>Waits until the target has settled, or the cap is reached.</summary>
    /// <param name="generator">At work already.</param>
    /// <param name="feed">Told how far it is; null for nobody.</param>
    public async Task<(TimeSpan Spent, bool Settled)> WarmUpAsync(
        Generator generator,
        LiveFeed? feed = null
    )
    {
        var started = _clock.GetTimestamp();
        var warmUp = new WarmUp(generator.Users);
        await WaitAsync(generator.StartingTime);
        var cap = options.WarmUpCap + generator.StartingTime;
        var slices = new SliceWatch(row.Target, run.Recorders, _clock);
        await slices.CutAsync();
        while (_clock.GetElapsedTime(started) < cap && !run.Stopped)
        {
            await WaitAsync(WarmUp.SliceLength);
            warmUp.Add(await slices.CutAsync());
            feed?.Tick(run, generator, []);
            if (warmUp.HasSettled)
            {
                return (_clock.GetElapsedTime(started), true);
            }
        }
        return (_clock.GetElapsedTime(started), false);
    }

    /// <summary>Waits for a while, or until the run stops.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
        {
            await Task.Delay(time, _clock, run.Ending)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        RequireNoFault();
    }

    /// <summary>The same by a thread that is kept for it, and without any of the pool.</summary>
    public void Wait(TimeSpan time)
    {
        // Handles wait for whole milliseconds, and must not end too early.
        run.Ending.WaitHandle.WaitOne(
            TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds))
        );
        RequireNoFault();
    }

    /// <summary>With what has happened in another process known too.</summary>
    public async Task RequireNoFaultAsync()
    {
        await row.Target.ReadUsageAsync();
        RequireNoFault();
    }

    private async Task<Hit> FirstAsync()
    {
        await using var step = run.NewStep(run.NewUser(0));
        return await step.RunAsync(_clock.GetTimestamp(), new HitId(HitPhase.FirstCheck, 0, 0));
    }

    /// <summary>Neither of the target nor of the scenario, whose mistakes end the run.</summary>
    private void RequireNoFault()
    {
        // Ctrl-C and SIGTERM go to a whole group of processes: the target may have ended of it too.
        if (row.Target.Fault is { } fault && !cancelled.IsCancellationRequested)
        {
            throw new TargetFaultException(fault);
        }
        if (run.Fault is { } mistake)
        {
            ExceptionDispatchInfo.Throw(mistake);
        }
    }
}
