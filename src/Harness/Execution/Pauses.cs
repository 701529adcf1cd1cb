using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>How users of one row wait.</summary>
/// <param name="clock">By which.</param>
/// <param name="timeScale">What the pauses that users draw are multiplied by.</param>
internal sealed class Pauses(TimeProvider clock, double timeScale = 1)
{
    /// <summary>
    /// From here on a pausing user gives its memory up: many users have to fit side by side. After a
    /// shorter pause getting it back would weigh on the exchanges.
    /// </summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(1);

    /// <summary>A user thinks, with little memory held if that takes long.</summary>
    /// <param name="user">Draws how long it is.</param>
    /// <param name="step">What the user does otherwise.</param>
    /// <param name="pause">From which it is drawn.</param>
    /// <param name="end">Ends it early.</param>
    public ConfiguredTaskAwaitable ThinkAsync(
        User user,
        IStep step,
        Delay pause,
        CancellationToken end
    )
    {
        var time = user.NextPause(pause) * timeScale;
        if (time >= LongPause)
        {
            step.Rest();
        }
        return WaitAsync(time, end);
    }

    // Not async, which would keep an object more for each user that pauses.
    public ConfiguredTaskAwaitable WaitAsync(TimeSpan time, CancellationToken end)
    {
        var pause = time > TimeSpan.Zero ? Task.Delay(time, clock, end) : Task.CompletedTask;
        return pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
