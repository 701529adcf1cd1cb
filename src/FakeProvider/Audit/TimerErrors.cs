namespace GatewayBench;

/// <summary>
/// By how much delays missed their plan, either way, in microseconds. Any number of threads may
/// record: each processor has a histogram of its own, whose lock is hardly ever contended.
/// </summary>
internal sealed class TimerErrors
{
    private const long Highest = 3_600_000_000;
    private readonly LongHistogram?[] _parts = new LongHistogram?[Environment.ProcessorCount];

    /// <summary>From 1 us to an hour, to 1 %: 27 KB.</summary>
    public static LongHistogram NewHistogram() => new(1, Highest, 2);

    /// <summary>Counts a wait for which something was planned.</summary>
    public void Record(PlannedWait wait)
    {
        if (wait.Planned == TimeSpan.Zero)
        {
            return;
        }
        var part = LazyInitializer.EnsureInitialized(
            ref _parts[Thread.GetCurrentProcessorId() % _parts.Length],
            NewHistogram
        );
        lock (part)
        {
            part.RecordValue(Math.Min((long)wait.Error.TotalMicroseconds, Highest));
        }
    }

    public LongHistogram Snapshot()
    {
        var sum = NewHistogram();
        foreach (var part in _parts)
        {
            if (part is not null)
            {
                // Not the part itself: to add is to read counts that others write.
                sum.Add(part.Copy());
            }
        }
        return sum;
    }
}
