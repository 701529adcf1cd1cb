namespace GatewayBench;

/// <summary>
/// One thread's counts for one row. Only that thread writes; they are cumulative and never reset,
/// so that anyone may read a consistent past without a lock.
/// </summary>
internal sealed partial class Recorder
{
    private static readonly long Highest = HitHistograms.NewHistogram().HighestTrackableValue;

    private readonly double _nanosecondsPerTick;
    private readonly bool _countsNanoseconds;
    private HitHistograms? _failures;
    private StatusCells? _statuses;
    private readonly long[] _outcomes = new long[Outcomes.All.Length];
    private readonly long[] _firsts = new long[Outcomes.All.Length];
    private long _ended;
    private long _serviceTicks;

    public Recorder(RecorderShape shape)
    {
        _nanosecondsPerTick = 1e9 / shape.TimestampFrequency;
        _countsNanoseconds = shape.TimestampFrequency == 1_000_000_000;
        ScheduleLag = shape.HasSchedule ? HitHistograms.NewHistogram() : null;
        Streams = shape.HasStreams ? new StreamCells() : null;
        Causes = shape.HasCauses ? new CauseCells() : null;
        CheckFailures = new long[shape.Checks];
        Metrics = new MetricCells(shape.Metrics);
        Slowest = new SlowCandidates(shape.Slowest);
        Array.Fill(_firsts, long.MaxValue);
    }

    public HitHistograms Successes { get; } = new();

    /// <summary>Null before the first failure, which most threads never see.</summary>
    public HitHistograms? Failures => Volatile.Read(ref _failures);

    /// <summary>Null before the first failure.</summary>
    public StatusCells? Statuses => Volatile.Read(ref _statuses);

    public LongHistogram FirstBytes { get; } = HitHistograms.NewHistogram();

    /// <summary>How late hits were sent; null without a schedule.</summary>
    public LongHistogram? ScheduleLag { get; }

    public ReadOnlySpan<long> OutcomeCounts => _outcomes;

    /// <summary>The earliest intended start of a failure of each class, as a timestamp; the greatest without any.</summary>
    public ReadOnlySpan<long> FirstErrors => _firsts;

    public SlowCandidates Slowest { get; }

    public long[] CheckFailures { get; }

    public MetricCells Metrics { get; }

    /// <summary>Exchanges that ended, those of the warm-up included.</summary>
    public long Ended => Volatile.Read(ref _ended);

    /// <summary>The sum of their service times, in timestamps.</summary>
    public long ServiceTicks => Volatile.Read(ref _serviceTicks);

    /// <summary>Successes that ended within the measured time, whenever they began.</summary>
    public long SuccessesInTime { get; set; }

    /// <summary>Measured hits that were also sent within the measured time.</summary>
    public long SentInTime { get; set; }

    public long Bytes { get; private set; }

    /// <summary>Times beyond the histogram's range, recorded as its end.</summary>
    public long Clamped { get; private set; }

    /// <summary>Counts an exchange of the warm-up or of the measured time as progress.</summary>
    public void Progress(in Hit hit)
    {
        Volatile.Write(ref _serviceTicks, _serviceTicks + hit.Ended - hit.Sent);
        Volatile.Write(ref _ended, _ended + 1);
    }

    /// <summary>Records an exchange of the measured time.</summary>
    /// <returns>Whether <see cref="Slowest"/> should keep it.</returns>
    public bool Record(in Hit hit)
    {
        _outcomes[(int)hit.Outcome]++;
        Bytes += hit.Bytes;
        var isSuccess = hit.Outcome == Outcome.Success;
        var times = isSuccess ? Successes : FailuresForWriting();
        times.Latency.RecordValue(Nanoseconds(hit.Ended - hit.Intended));
        times.ServiceTime.RecordValue(Nanoseconds(hit.Ended - hit.Sent));
        if (isSuccess)
        {
            FirstBytes.RecordValue(Nanoseconds(hit.FirstByte - hit.Intended));
        }
        else
        {
            RecordFailure(hit);
        }
        ScheduleLag?.RecordValue(Nanoseconds(hit.Sent - hit.Intended));
        return hit.Ended - hit.Intended > Slowest.Threshold;
    }

    private void RecordFailure(in Hit hit)
    {
        ref var first = ref _firsts[(int)hit.Outcome];
        first = Math.Min(first, hit.Intended);
        if (_statuses is null)
        {
            Volatile.Write(ref _statuses, new StatusCells());
        }
        _statuses.Add(hit.Status);
        if (hit.FailedCheck >= 0)
        {
            CheckFailures[hit.FailedCheck]++;
        }
    }

    private HitHistograms FailuresForWriting()
    {
        if (_failures is null)
        {
            Volatile.Write(ref _failures, new HitHistograms());
        }
        return _failures;
    }

    private long Nanoseconds(long ticks)
    {
        var nanoseconds = _countsNanoseconds ? ticks : (long)(ticks * _nanosecondsPerTick);
        if (nanoseconds <= Highest)
        {
            return nanoseconds;
        }
        Clamped++;
        return Highest;
    }
}
