namespace GatewayBench;

/// <summary>
/// A closed-loop user at work. The next iteration is meant to start when the last one has ended, or
/// when the user has thought.
/// </summary>
/// <param name="run">The row's shared state.</param>
/// <param name="user">Who is at work.</param>
/// <param name="attendance">Says when the user is there.</param>
internal sealed class UserLoop(RowRun run, User user, Attendance attendance)
{
    private HitId _next = new(HitPhase.WarmUp, user.Index, 0);
    private long _measured;
    private volatile bool _hasStarted;
    private volatile bool _inFlight;

    /// <summary>Iterations that belong to the measured time.</summary>
    public long Measured => Volatile.Read(ref _measured);

    /// <summary>Whether the user is there: who leaves is still there until the iteration has ended.</summary>
    public bool IsThere => _hasStarted && (_inFlight || attendance.IsThere(user.Index));

    public bool InFlight => _inFlight;

    /// <summary>Ends when the run does; never fails.</summary>
    public async Task RunAsync()
    {
        // Off the starter's stack, so that users start together and not one after the other.
        await Task.Yield();
        try
        {
            while (await attendance.ComesAsync(user.Index, before: _hasStarted))
            {
                _hasStarted = true;
                await LoopAsync();
            }
            // Off the client's thread, which must not be held by whoever waits for the users.
            await Task.Yield();
        }
        catch (Exception e)
        {
            run.Fail(e);
        }
    }

    private async Task LoopAsync()
    {
        await using var step = run.NewStep(user);
        var intended = run.Clock.GetTimestamp();
        while (!run.Stopped && intended < run.MeasuredTo && attendance.IsThere(user.Index))
        {
            if (run.Turnstile is { IsOpen: false } turnstile)
            {
                await turnstile.PassAsync(run.Ending);
                intended = run.Clock.GetTimestamp();
                continue;
            }
            _inFlight = true;
            var id = Number(intended);
            var hit = await step.RunAsync(intended, id);
            _inFlight = false;
            if (run.Count(hit, intended, id, step))
            {
                Volatile.Write(ref _measured, _measured + 1);
            }
            if (hit.Outcome != Outcome.Success)
            {
                // A failure may take no time at all. Going on from one to the next would keep this
                // thread of the pool from everybody else, even from those who end the run.
                await Task.Yield();
            }
            intended = hit.Ended;
            if (step.Pause is { } pause)
            {
                await run.Pauses.ThinkAsync(user, step, pause, run.Ending);
                intended = run.Clock.GetTimestamp();
            }
        }
    }

    private HitId Number(long intended)
    {
        var phase = run.PhaseOf(intended);
        var id = phase == _next.Phase ? _next : new HitId(phase, user.Index, 0);
        _next = id with { Number = id.Number + 1 };
        return id;
    }
}
