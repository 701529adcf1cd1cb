namespace GatewayBench;

/// <summary>Latency and service time of hits that ended alike, in nanoseconds.</summary>
internal sealed class HitHistograms
{
    /// <summary>From the intended start.</summary>
    public LongHistogram Latency { get; } = NewHistogram();

    /// <summary>From the send.</summary>
    public LongHistogram ServiceTime { get; } = NewHistogram();

    /// <summary>Nanoseconds: from 100 ns to one hour, to three digits; 221 KB a histogram.</summary>
    public static LongHistogram NewHistogram() =>
        new(100, (long)TimeSpan.FromHours(1).TotalNanoseconds, 3);

    public void Add(HitHistograms other)
    {
        Latency.Add(other.Latency);
        ServiceTime.Add(other.ServiceTime);
    }
}
