namespace GatewayBench;

/// <summary>Cuts counters that only grow into slices of the measured time.</summary>
/// <typeparam name="TReading">All that is read at one instant.</typeparam>
/// <typeparam name="TSlice">What comes of two readings.</typeparam>
/// <param name="clock">The run's.</param>
/// <param name="read">Reads the counters.</param>
internal abstract class SliceProbe<TReading, TSlice>(TimeProvider clock, Func<TReading> read)
    where TReading : struct
{
    /// <summary>A shorter rest makes no slice of its own: its rates would be noise.</summary>
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(0.5);

    private readonly List<TSlice> _slices = [];
    private TReading _last;
    private long _started;
    private long _lastTaken;

    public IReadOnlyList<TSlice> Slices => _slices;

    /// <param name="started">When the measured time begins: now, or in a moment.</param>
    public void Begin(long started)
    {
        _started = started;
        (_lastTaken, _last) = (clock.GetTimestamp(), read());
    }

    /// <summary>Ends a slice now; one without any length is left out.</summary>
    public void Take()
    {
        var now = clock.GetTimestamp();
        if (now <= _lastTaken)
        {
            return;
        }
        var reading = read();
        var second = clock.GetElapsedTime(_started, now).TotalSeconds;
        var seconds = clock.GetElapsedTime(_lastTaken, now).TotalSeconds;
        _slices.Add(Between(_last, reading, second, seconds));
        (_lastTaken, _last) = (now, reading);
    }

    /// <summary>Ends the last slice if it is long enough, or the only one.</summary>
    public void TakeRest()
    {
        if (_slices.Count == 0 || clock.GetElapsedTime(_lastTaken) >= ShortestRest)
        {
            Take();
        }
    }

    /// <param name="before">The reading at the slice's start.</param>
    /// <param name="after">That at its end.</param>
    /// <param name="second">Its end, from the start of the measured time.</param>
    /// <param name="seconds">Its length.</param>
    protected abstract TSlice Between(
        in TReading before,
        in TReading after,
        double second,
        double seconds
    );
}
