namespace GatewayBench;

/// <summary>What is observed of a row's phases beside its hits.</summary>
internal sealed class MeasuredWindow(RowRun run, Generator generator, TimeProvider clock)
{
    /// <summary>How often <see cref="Advance"/> wants to be called.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);
    private readonly Timeline _timeline = new(run.Recorders, clock);
    private RowProgress _progress;
    private long _from;
    private int _cuts;

    public TimeSpan WarmUp { get; set; }

    /// <summary>Whether the warm-up ended because the target had settled; null without a warm-up.</summary>
    public bool? Settled { get; set; }

    public DateTimeOffset StartedAt { get; private set; }

    public TimeSpan Measured { get; private set; }

    public int InFlightAtEnd { get; private set; }

    /// <summary>Exchanges that ended while <see cref="Usage"/> was spent.</summary>
    public long Completed { get; private set; }

    public ProcessUsage Usage { get; private set; }

    public IReadOnlyList<TimelineSlice> Slices => _timeline.Slices;

    /// <param name="from">When the measured time begins: now, or in a moment.</param>
    public void Begin(long from)
    {
        _from = from;
        StartedAt = clock.GetUtcNow() + clock.GetElapsedTime(clock.GetTimestamp(), from);
        _timeline.Begin(from);
        _progress = run.Recorders.Progress();
        Usage = ProcessUsage.Read();
    }

    public void Advance()
    {
        if (clock.GetElapsedTime(_from) >= (_cuts + 1) * Slice)
        {
            _timeline.Cut(generator.InFlight);
            _cuts++;
        }
    }

    /// <summary>Call it once the run has stopped.</summary>
    public void End()
    {
        Usage = ProcessUsage.Read() - Usage;
        Completed = (run.Recorders.Progress() - _progress).Ended;
        Measured = clock.GetElapsedTime(_from, run.MeasuredTo);
        InFlightAtEnd = generator.InFlight;
        _timeline.Cut(InFlightAtEnd);
    }
}
