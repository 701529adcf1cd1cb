namespace GatewayBench;

public abstract partial record Load
{
    /// <summary>Evenly spaced arrivals at one rate, the first one at once.</summary>
    /// <param name="perSecond">Above 0, at most 1,000,000.</param>
    /// <param name="duration">Above zero, at most 30 days.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static OpenLoad Constant(double perSecond, TimeSpan duration) =>
        Steady(perSecond, duration, Arrivals.Constant);

    /// <inheritdoc cref="Constant(double, TimeSpan)" />
    /// <param name="perSecond">Above 0, at most 1,000,000.</param>
    /// <param name="duration">Such as <c>5s</c> or <c>2m</c>.</param>
    /// <exception cref="FormatException">The duration is none.</exception>
    public static OpenLoad Constant(double perSecond, string duration) =>
        Constant(perSecond, GatewayBench.Duration.Parse(duration));

    /// <summary>Arrivals at one rate, independent of each other: gaps are exponential.</summary>
    /// <param name="perSecond">Above 0, at most 1,000,000.</param>
    /// <param name="duration">Above zero, at most 30 days.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static OpenLoad Poisson(double perSecond, TimeSpan duration) =>
        Steady(perSecond, duration, Arrivals.Poisson);

    /// <inheritdoc cref="Poisson(double, TimeSpan)" />
    /// <param name="perSecond">Above 0, at most 1,000,000.</param>
    /// <param name="duration">Such as <c>5s</c> or <c>2m</c>.</param>
    /// <exception cref="FormatException">The duration is none.</exception>
    public static OpenLoad Poisson(double perSecond, string duration) =>
        Poisson(perSecond, GatewayBench.Duration.Parse(duration));

    /// <summary>Arrivals at one rate, in bursts or smoother than by chance.</summary>
    /// <param name="perSecond">Above 0, at most 1,000,000.</param>
    /// <param name="burstiness">
    /// 0.05 to 100: 1 is <see cref="Poisson(double, TimeSpan)"/>, below 1 is burstier, above 1
    /// smoother; see <see cref="Arrivals.Gamma"/>.
    /// </param>
    /// <param name="duration">Above zero, at most 30 days.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static OpenLoad Gamma(double perSecond, double burstiness, TimeSpan duration) =>
        Steady(perSecond, duration, Arrivals.Gamma(burstiness));

    /// <inheritdoc cref="Gamma(double, double, TimeSpan)" />
    /// <param name="perSecond">Above 0, at most 1,000,000.</param>
    /// <param name="burstiness">0.05 to 100; 1 is Poisson, below 1 is burstier.</param>
    /// <param name="duration">Such as <c>5s</c> or <c>2m</c>.</param>
    /// <exception cref="FormatException">The duration is none.</exception>
    public static OpenLoad Gamma(double perSecond, double burstiness, string duration) =>
        Gamma(perSecond, burstiness, GatewayBench.Duration.Parse(duration));

    /// <summary>
    /// A rate that moves linearly from one value to another, with evenly spread arrivals unless
    /// <see cref="OpenLoad.WithArrivals"/> says otherwise.
    /// </summary>
    /// <param name="from">Arrivals per second at the start: 0 to 1,000,000.</param>
    /// <param name="to">Arrivals per second at the end: 0 to 1,000,000; not 0 as well.</param>
    /// <param name="duration">Above zero, at most 30 days.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static OpenLoad Ramp(double from, double to, TimeSpan duration)
    {
        OpenRate.Check(nameof(from), from);
        OpenRate.Check(nameof(to), to);
        return new(new ProfileSchedule(from, [new Stage(to, duration)], Arrivals.Constant));
    }

    /// <inheritdoc cref="Ramp(double, double, TimeSpan)" />
    /// <param name="from">Arrivals per second at the start: 0 to 1,000,000.</param>
    /// <param name="to">Arrivals per second at the end: 0 to 1,000,000; not 0 as well.</param>
    /// <param name="duration">Such as <c>5s</c> or <c>2m</c>.</param>
    /// <exception cref="FormatException">The duration is none.</exception>
    public static OpenLoad Ramp(double from, double to, string duration) =>
        Ramp(from, to, GatewayBench.Duration.Parse(duration));

    /// <summary>
    /// A rate that moves linearly from value to value, as in k6's ramping-arrival-rate, with evenly
    /// spread arrivals unless <see cref="OpenLoad.WithArrivals"/> says otherwise.
    /// </summary>
    /// <param name="startPerSecond">Arrivals per second at the start: 0 to 1,000,000.</param>
    /// <param name="stages">1 to 100; together above zero and at most 30 days, and not all at rate 0.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static OpenLoad Stages(double startPerSecond, params ReadOnlySpan<Stage> stages)
    {
        OpenRate.Check(nameof(startPerSecond), startPerSecond);
        return new(new ProfileSchedule(startPerSecond, [.. stages], Arrivals.Constant));
    }

    /// <summary>
    /// Arrivals as they were recorded, to the end of the second in which the last one falls. The
    /// file is read at once and kept, at 8 bytes an arrival.
    /// </summary>
    /// <param name="path">
    /// A text file with one timestamp in a line, ascending: seconds from the start as decimal
    /// numbers, or instants in ISO 8601 with up to seven decimals (UTC without an offset), of which
    /// the first one is the start. Blank lines and lines that begin with <c>#</c> are skipped.
    /// </param>
    /// <param name="speed">2 is twice as fast as recorded: 0.001 to 1,000; default 1.</param>
    /// <exception cref="ArgumentException">The speed is out of its range.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="InvalidDataException">A line is no such timestamp, or there is none.</exception>
    public static OpenLoad Trace(string path, double speed = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!(speed is >= 0.001 and <= 1_000))
        {
            throw InvalidOption.Exception(nameof(speed), speed, "0.001 to 1,000");
        }
        var times = TraceFile.Read(path, speed);
        return new(new TraceSchedule(Path.GetFileName(path), times, speed));
    }

    private static OpenLoad Steady(double perSecond, TimeSpan duration, Arrivals arrivals)
    {
        OpenRate.CheckAboveZero(nameof(perSecond), perSecond);
        return new(new ProfileSchedule(perSecond, [new Stage(perSecond, duration)], arrivals));
    }
}
