namespace GatewayBench;

/// <summary>How arrivals scatter around a rate.</summary>
public abstract record Arrivals
{
    private protected Arrivals() { }

    /// <summary>Evenly spaced, the first one at once: what most load tools do, and nothing real does.</summary>
    public static Arrivals Constant { get; } = new ConstantArrivals();

    /// <summary>Independent of each other, as the requests of many people are.</summary>
    public static Arrivals Poisson { get; } = new PoissonArrivals();

    /// <summary>In bursts, or smoother than by chance: gaps drawn from a gamma distribution.</summary>
    /// <param name="burstiness">
    /// The distribution's shape, 0.05 to 100. 1 is <see cref="Poisson"/>, below 1 is burstier, above
    /// 1 smoother: the gaps' standard deviation is their mean over the root of it. Named and meant as
    /// in vLLM's serving benchmark.
    /// </param>
    /// <exception cref="ArgumentException">The value is out of its range.</exception>
    public static Arrivals Gamma(double burstiness) => new GammaArrivals(burstiness);

    /// <param name="family">Such as <c>poisson</c>; constant without one.</param>
    /// <param name="burstiness">Of <c>gamma</c>, and of no other.</param>
    internal static Arrivals Of(string? family, double? burstiness) =>
        family switch
        {
            "gamma" => Gamma(burstiness!.Value),
            "poisson" => Poisson,
            _ => Constant,
        };

    /// <summary>The name of its family.</summary>
    internal abstract string Family { get; }

    /// <summary>What the name leaves open; empty if nothing.</summary>
    internal virtual string Parameters => "";

    internal abstract Pacer NewPacer(RateProfile profile, ulong seed);
}
