namespace GatewayBench;

/// <summary>When the users of a closed load are at work.</summary>
/// <param name="load">Says it.</param>
/// <param name="run">Tells the time.</param>
internal sealed class Attendance(ClosedLoad load, RowRun run)
{
    private readonly TaskCompletionSource _begun = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private long _from;

    /// <summary>The measured time begins, and with it the load's first stage.</summary>
    public void Begin(long from)
    {
        _from = from;
        _begun.TrySetResult();
    }

    /// <summary>Whether a user may begin another iteration.</summary>
    public bool IsThere(int user) =>
        load.Curve is not { } curve
        || user < (_begun.Task.IsCompleted ? curve.At(Elapsed) : load.WarmUpUsers);

    /// <summary>Waits for a user's time to come.</summary>
    /// <param name="user">From 0.</param>
    /// <param name="before">Whether it was there before.</param>
    /// <returns>False if it never comes any more.</returns>
    public async ValueTask<bool> ComesAsync(int user, bool before)
    {
        if (load.Curve is not { } curve)
        {
            if (!before)
            {
                await run.Pauses.WaitAsync(load.StartOf(user), run.Ending);
            }
            return !before && !run.Stopped;
        }
        if (!IsThere(user))
        {
            await _begun
                .Task.WaitAsync(run.Ending)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!run.Stopped && !IsThere(user))
        {
            if (curve.ComesAt(user, Elapsed) is not { } at)
            {
                return false;
            }
            // In whole milliseconds, as timers count: of less than one they make nothing.
            var left = Math.Ceiling((at - Elapsed).TotalMilliseconds);
            await run.Pauses.WaitAsync(TimeSpan.FromMilliseconds(left), run.Ending);
        }
        // The run may take a moment to see that its time is over.
        return !run.Stopped && !(_begun.Task.IsCompleted && Elapsed >= curve.Duration);
    }

    private TimeSpan Elapsed => run.Clock.GetElapsedTime(_from, run.Clock.GetTimestamp());
}
