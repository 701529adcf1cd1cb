namespace GatewayBench;

/// <summary>Hit n starts when n hits have been offered: at n / rate if the rate is constant.</summary>
internal sealed class EvenPacer(RateProfile profile) : Pacer
{
    private readonly double _end = profile.End;

    public override TimeSpan? Next(TimeSpan elapsed, long hits)
    {
        // From the schedule's start and not from the hit before: roundings must not add up.
        var ticks = Math.Round(profile.After(0, hits));
        return ticks < _end ? new TimeSpan((long)ticks) : null;
    }
}
