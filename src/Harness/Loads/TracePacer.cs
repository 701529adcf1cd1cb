namespace GatewayBench;

/// <summary>Recorded arrivals, each at its own time.</summary>
/// <param name="times">Ticks from the schedule's start, ascending.</param>
internal sealed class TracePacer(long[] times) : Pacer
{
    public override TimeSpan? Next(TimeSpan elapsed, long hits) =>
        hits < times.Length ? new TimeSpan(times[hits]) : null;
}
