namespace GatewayBench;

/// <summary>Cuts counters that only grow into slices of the measured time.</summary>
/// <typeparam name="TReading">All that is read at one instant.</typeparam>
/// <typeparam name="TSlice">What comes of two readings.</typeparam>
/// <param name="clock">The run's.</param>
/// <param name="read">Reads the counters.</param>
internal abstract class SliceProbe<TReading, TSlice>(TimeProvider clock, Func<TReading> read)
    : SlicedProbe(clock)
    where TReading : struct
{
    private readonly List<TSlice> _slices = [];
    private TReading _last;

    public IReadOnlyList<TSlice> Slices => _slices;

    protected override void First() => _last = read();

    protected override void Next(double second, double seconds)
    {
        var reading = read();
        Add(Between(_last, reading, second, seconds));
        _last = reading;
    }

    /// <summary>Keeps a slice.</summary>
    protected virtual void Add(TSlice slice) => _slices.Add(slice);

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
