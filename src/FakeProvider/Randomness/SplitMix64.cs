namespace GatewayBench;

/// <summary>
/// SplitMix64 used as a counter: the n-th number of a seed's sequence without drawing those before
/// it. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
/// </summary>
internal static class SplitMix64
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    public static ulong At(ulong seed, ulong index) =>
        Finalise(unchecked(seed + (index + 1) * Gamma));

    /// <summary>Strictly between 0 and 1, so that a quantile function never meets its poles.</summary>
    public static double UniformAt(ulong seed, ulong index) => ToUniform(At(seed, index));

    /// <summary>Strictly between 0 and 1, from the upper 52 bits: the lower 12 stay free.</summary>
    public static double ToUniform(ulong bits)
    {
        // 52 bits and a half: with 53 the largest value would round up to exactly 1.
        const double Step = 1.0 / (1UL << 52);
        // Signed, because unsigned integers convert to floating point much more slowly.
        return ((long)(bits >> 12) + 0.5) * Step;
    }

    public static ulong Mix(ulong value) => At(value, 0);

    private static ulong Finalise(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        }
        return z ^ (z >> 31);
    }
}
