namespace GatewayBench;

/// <summary>
/// The next hit starts when a random number of hits, 1 in the mean, has been offered since the last.
/// With a rate that changes this is the time change of a renewal process; with exponential gaps it
/// is the inhomogeneous Poisson process. Source: Cinlar, "Introduction to stochastic processes",
/// 1975, chapter 4.
/// </summary>
internal sealed class DrawnPacer(RateProfile profile, DrawnArrivals arrivals, ulong seed) : Pacer
{
    private readonly double _end = profile.End;

    public override TimeSpan? Next(TimeSpan elapsed, long hits)
    {
        var bits = SplitMix64.At(seed, (ulong)hits);
        var exact = profile.After(elapsed.Ticks, arrivals.Gap(bits));
        // Rounded up as often as the fraction says, by bits that the gap leaves unused. Roundings to
        // the nearest would favour one side, because short gaps are more frequent than long ones,
        // and each gap starts where the last was rounded to: the rate itself would be off.
        const double Step = 1.0 / (1 << 12);
        var ticks = exact + ((int)(bits & 0xFFF) + 0.5) * Step;
        return ticks < _end ? new TimeSpan(Math.Max((long)ticks, elapsed.Ticks)) : null;
    }
}
