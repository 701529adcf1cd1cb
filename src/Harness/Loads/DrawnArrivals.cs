namespace GatewayBench;

/// <summary>Arrivals whose gaps are drawn independently of each other.</summary>
internal abstract record DrawnArrivals : Arrivals
{
    /// <summary>A gap in hits, with a mean of 1.</summary>
    /// <param name="bits">64 random bits. The lowest 12 also decide how the time is rounded: the gap must not
    /// depend on them, or depend on all of them as a hash does.</param>
    public abstract double Gap(ulong bits);

    internal override Pacer NewPacer(RateProfile profile, ulong seed) =>
        new DrawnPacer(profile, this, seed);
}
