namespace GatewayBench;

/// <summary>
/// Where a machine's figures become doubtful. Where they become worthless is, as far as there is a
/// gate, the gate's limit (<see cref="GateLimits"/>).
/// </summary>
internal static class FitnessLimits
{
    /// <summary>
    /// How far nine tenths of the repeats of one thing may be apart, over their median, for a row to
    /// be compared with another one by a fifth: of two runs with a standard deviation of s, the ratio
    /// has 1.41 s; a fifth is to be 2.5 of those; and between the tenth and the ninetieth percentile
    /// lie 2.56 s. So 2.56 * 0.2 / (2.5 * 1.41), rounded.
    /// </summary>
    public const double BadSpread = 0.15;

    /// <summary>A third of that: single runs then tell differences of some 7 %.</summary>
    public const double DoubtfulSpread = 0.05;

    /// <summary>A fifth of the gate's limit, for shares of time that others took.</summary>
    public const double GateShare = 0.2;

    /// <summary>A sleep's p99 that is doubtful, over what was asked, in microseconds: half of what the gate tolerates.</summary>
    public const double DoubtfulSleep = GateLimits.LeastScheduleLagMicroseconds / 2;

    /// <summary>
    /// Nanoseconds that a look at the clock may take. Some four are taken of each exchange: at 1 us
    /// each they are a tenth of the cost of the cheapest ones. Clocks that are read without the
    /// kernel take 20 to 50 ns.
    /// </summary>
    public const double BadRead = 1_000;

    /// <inheritdoc cref="BadRead"/>
    public const double DoubtfulRead = 200;

    /// <summary>Descriptors that the baseline needs with 256 users over loopback: four each.</summary>
    public const long LeastDescriptors = 4 * 256;

    /// <summary>Those for 4,000 users, where many questions begin.</summary>
    public const long ManyDescriptors = 4 * 4_000;

    /// <summary>Bytes of memory that have to be left: a run's histograms and a gateway of middling size.</summary>
    public const long LeastMemory = 512L << 20;

    /// <inheritdoc cref="LeastMemory"/>
    public const long ComfortableMemory = 2L << 30;

    /// <summary>Client, gateway and provider share the processors: with one alone they take turns.</summary>
    public const int ComfortableCores = 2;
}
