namespace GatewayBench;

/// <summary>Something that is read whenever a slice of the measured time ends.</summary>
/// <param name="clock">The run's.</param>
internal abstract class SlicedProbe(TimeProvider clock)
{
    /// <summary>A shorter rest makes no slice of its own: its rates would be noise.</summary>
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(0.5);

    private long _started;
    private long _lastTaken;
    private bool _isFirst = true;

    /// <param name="started">When the measured time begins: now, or in a moment.</param>
    public void Begin(long started)
    {
        (_started, _lastTaken) = (started, clock.GetTimestamp());
        First();
    }

    /// <summary>Ends a slice now; one without any length is left out.</summary>
    public void Take()
    {
        var now = clock.GetTimestamp();
        if (now <= _lastTaken)
        {
            return;
        }
        Next(
            clock.GetElapsedTime(_started, now).TotalSeconds,
            clock.GetElapsedTime(_lastTaken, now).TotalSeconds
        );
        (_lastTaken, _isFirst) = (now, false);
    }

    /// <summary>Ends the last slice if it is long enough, or the only one.</summary>
    public void TakeRest()
    {
        if (_isFirst || clock.GetElapsedTime(_lastTaken) >= ShortestRest)
        {
            Take();
        }
    }

    /// <summary>Reads for the first time.</summary>
    protected abstract void First();

    /// <summary>Reads at the end of a slice.</summary>
    /// <param name="second">Its end, from the start of the measured time.</param>
    /// <param name="seconds">Its length.</param>
    protected abstract void Next(double second, double seconds);
}
