namespace GatewayBench;

/// <summary>
/// One thread's counts for one row. Only that thread writes; they are cumulative and never reset,
/// so that anyone may read a consistent past without a lock.
/// </summary>
internal sealed class Recorder
{
    /// <summary>Nanoseconds: from 100 ns to one hour, to three digits; 221 KB a histogram.</summary>
    public static LongHistogram NewHistogram() =>
        new(100, (long)TimeSpan.FromHours(1).TotalNanoseconds, 3);

    private readonly double _nanosecondsPerTick;
    private readonly long _highest;
    private readonly long[] _outcomes = new long[Outcomes.All.Length];

    public Recorder(long timestampFrequency, int checks)
    {
        _nanosecondsPerTick = 1e9 / timestampFrequency;
        _highest = Successes.HighestTrackableValue;
        CheckFailures = new long[checks];
    }

    public LongHistogram Successes { get; } = NewHistogram();

    public LongHistogram Failures { get; } = NewHistogram();

    public LongHistogram FirstBytes { get; } = NewHistogram();

    public ReadOnlySpan<long> OutcomeCounts => _outcomes;

    public long[] CheckFailures { get; }

    /// <summary>Successes that ended within the measured time, whenever they began.</summary>
    public long SuccessesInTime { get; set; }

    public long Bytes { get; private set; }

    /// <summary>Latencies beyond the histogram's range, recorded as its end.</summary>
    public long Clamped { get; private set; }

    public void Record(in Hit hit)
    {
        _outcomes[(int)hit.Outcome]++;
        Bytes += hit.Bytes;
        if (hit.Outcome == Outcome.Success)
        {
            Successes.RecordValue(Nanoseconds(hit.Ended - hit.Intended));
            FirstBytes.RecordValue(Nanoseconds(hit.FirstByte - hit.Intended));
        }
        else
        {
            Failures.RecordValue(Nanoseconds(hit.Ended - hit.Intended));
            if (hit.FailedCheck >= 0)
            {
                CheckFailures[hit.FailedCheck]++;
            }
        }
    }

    private long Nanoseconds(long ticks)
    {
        var nanoseconds = (long)(ticks * _nanosecondsPerTick);
        if (nanoseconds <= _highest)
        {
            return nanoseconds;
        }
        Clamped++;
        return _highest;
    }
}
