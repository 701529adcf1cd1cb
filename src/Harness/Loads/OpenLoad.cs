namespace GatewayBench;

/// <summary>
/// An open load: arrivals that don't wait for each other, as those of many people don't. Their
/// intended times are fixed in advance, and latency counts from them: a target that stalls cannot
/// thin out its own load.
/// </summary>
public sealed record OpenLoad : Load
{
    private const int MostInFlight = 65_536;

    private readonly Schedule _schedule;

    internal OpenLoad(Schedule schedule)
        : base(schedule.Duration) => _schedule = schedule;

    /// <summary>
    /// How many hits may be in flight at the same time; default 4,096. One that is due while so many
    /// are waits, within its own latency.
    /// </summary>
    public int MaxInFlight { get; private init; } = 4_096;

    /// <summary>
    /// How many hits are to be expected over the duration: the integral of the rate, or the exact
    /// number of arrivals of a trace.
    /// </summary>
    public double Offered => _schedule.Offered;

    /// <inheritdoc />
    public override string Name => _schedule.Name;

    /// <summary>Arrivals per second while nothing is measured yet.</summary>
    internal double WarmUpRate => _schedule.WarmUpRate;

    /// <summary>Whether the rate stands still, so that a change of the latency is the target's own.</summary>
    internal bool IsSteady => _schedule.IsSteady;

    /// <summary>The same rate over time with another scatter of the arrivals.</summary>
    /// <param name="arrivals">How arrivals scatter.</param>
    /// <exception cref="InvalidOperationException">The load is a trace, which has its own arrivals.</exception>
    public OpenLoad WithArrivals(Arrivals arrivals)
    {
        ArgumentNullException.ThrowIfNull(arrivals);
        return new(_schedule.With(arrivals)) { MaxInFlight = MaxInFlight };
    }

    /// <summary>Bounds the hits in flight.</summary>
    /// <param name="hits">1 to 65,536.</param>
    /// <exception cref="ArgumentException">The value is out of its range.</exception>
    public OpenLoad WithMaxInFlight(int hits) =>
        hits is >= 1 and <= MostInFlight
            ? this with
            {
                MaxInFlight = hits,
            }
            : throw InvalidOption.Exception(nameof(hits), hits, "1 to 65,536");

    internal override Load Scaled(double scale) =>
        throw new InvalidOperationException(
            $"The load is open ({Name}), and a time scale would leave its rate as it is; allowed: a "
                + "closed load, or a time scale of 1."
        );

    internal override Load Lasting(TimeSpan duration) => Over(duration);

    /// <summary>
    /// The same course in another time: rates are reached sooner or later, a trace is played faster
    /// or slower.
    /// </summary>
    internal OpenLoad Over(TimeSpan duration) =>
        duration == Duration ? this : new(_schedule.Over(duration)) { MaxInFlight = MaxInFlight };

    /// <summary>The schedule of the measured time.</summary>
    internal Pacer NewPacer(ulong seed) => _schedule.NewPacer(StreamOf(seed, "arrivals"u8));

    /// <summary>A schedule without an end, at <see cref="WarmUpRate"/>.</summary>
    internal Pacer NewWarmUpPacer(ulong seed) =>
        _schedule.NewWarmUpPacer(StreamOf(seed, "warm-up arrivals"u8));

    /// <summary>
    /// A stream of its own for each use of the run's seed. With the seed itself, the gap before hit n
    /// and the provider's n-th delay would come from one number.
    /// </summary>
    private static ulong StreamOf(ulong seed, ReadOnlySpan<byte> use)
    {
        var hash = new StableHash(seed);
        hash.Add(use);
        return hash.Value;
    }
}
