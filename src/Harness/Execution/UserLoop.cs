namespace GatewayBench;

/// <summary>A closed-loop user at work. The next exchange is meant to start when the last one ended.</summary>
internal sealed class UserLoop(RowRun run, User user)
{
    private long _completed;
    private long _serviceTicks;
    private long _measured;
    private volatile bool _inFlight;

    /// <summary>Exchanges ended so far, those of the warm-up included.</summary>
    public long Completed => Volatile.Read(ref _completed);

    /// <summary>The service times of <see cref="Completed"/>, added up, in ticks of the run's clock.</summary>
    public long ServiceTicks => Volatile.Read(ref _serviceTicks);

    /// <summary>Exchanges that belong to the measured time.</summary>
    public long Measured => Volatile.Read(ref _measured);

    public bool InFlight => _inFlight;

    public async Task RunAsync()
    {
        // Off the starter's stack, so that users start together and not one after the other.
        await Task.Yield();
        using var exchange = new Exchange(run, user);
        var intended = run.Clock.GetTimestamp();
        while (!run.Stopped)
        {
            _inFlight = true;
            var hit = await exchange.RunAsync(intended);
            _inFlight = false;
            Count(hit);
            intended = hit.Ended;
        }
    }

    private void Count(in Hit hit)
    {
        // Asked for in the warm-up too, so that its memory is not charged to the measured time.
        var recorder = run.Recorders.Mine;
        if (run.IsMeasuring && hit.Outcome == Outcome.Success)
        {
            recorder.SuccessesInTime++;
        }
        if (hit.Intended >= run.MeasuredFrom)
        {
            recorder.Record(hit);
            Volatile.Write(ref _measured, _measured + 1);
        }
        Volatile.Write(ref _serviceTicks, _serviceTicks + hit.Ended - hit.Sent);
        Volatile.Write(ref _completed, _completed + 1);
    }
}
