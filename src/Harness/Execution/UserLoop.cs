using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>
/// A closed-loop user at work. The next exchange is meant to start when the last one has ended, or
/// when the user has thought.
/// </summary>
/// <param name="run">The row's shared state.</param>
/// <param name="user">Who is at work.</param>
/// <param name="start">How long after the others' start this user's is.</param>
internal sealed class UserLoop(RowRun run, User user, TimeSpan start)
{
    /// <summary>
    /// From here on a pausing user gives its memory up: many users have to fit side by side. After a
    /// shorter pause getting it back would weigh on the exchanges.
    /// </summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(1);

    private HitId _next = new(HitPhase.WarmUp, user.Index, 0);
    private long _measured;
    private volatile bool _inFlight;

    /// <summary>Exchanges that belong to the measured time.</summary>
    public long Measured => Volatile.Read(ref _measured);

    public bool InFlight => _inFlight;

    /// <summary>Ends when the run does; never fails.</summary>
    public async Task RunAsync()
    {
        // Off the starter's stack, so that users start together and not one after the other.
        await Task.Yield();
        try
        {
            await Pause(start);
            await LoopAsync();
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
        using var exchange = new Exchange(run, user);
        var intended = run.Clock.GetTimestamp();
        while (!run.Stopped && intended < run.MeasuredTo)
        {
            _inFlight = true;
            var hit = await exchange.RunAsync(intended, Number(intended));
            _inFlight = false;
            if (run.Count(hit, exchange))
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
            if (run.Scenario.Pause is { } pause)
            {
                var time = user.NextPause(pause);
                if (time >= LongPause)
                {
                    exchange.Rest();
                }
                await Pause(time);
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

    // Not async, which would keep an object more for each user that pauses.
    private ConfiguredTaskAwaitable Pause(TimeSpan time)
    {
        var pause =
            time > TimeSpan.Zero ? Task.Delay(time, run.Clock, run.Ending) : Task.CompletedTask;
        return pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
