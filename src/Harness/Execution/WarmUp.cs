namespace GatewayBench;

/// <summary>
/// Decides when a target has settled. Two signs must agree over the last three slices: the rate does
/// not differ from the three before by more than a tenth (or than chance explains, at low rates),
/// and the just-in-time compiler has nearly come to rest. The rate alone is not enough: it stands still
/// for seconds while the compiler works through its queue, and then doubles.
/// </summary>
internal static class WarmUp
{
    public static readonly TimeSpan SliceLength = TimeSpan.FromMilliseconds(250);
    private const int SlicesPerSide = 3;
    private const double Tolerance = 0.10;
    private const double StandardErrors = 2;

    /// <summary>
    /// While code is being replaced by faster code it is hundreds in these slices; a stray few come
    /// at any time, from timers and rare paths.
    /// </summary>
    private const long MethodsAtRest = 20;

    /// <param name="Hits">Exchanges that ended in the slice.</param>
    /// <param name="CompiledMethods">Methods that the process compiled in it, anew or again.</param>
    public readonly record struct Slice(long Hits, long CompiledMethods);

    public static bool IsSettled(IReadOnlyList<Slice> slices)
    {
        if (slices.Count < 2 * SlicesPerSide)
        {
            return false;
        }
        var last = slices.Skip(slices.Count - SlicesPerSide).ToList();
        var before = slices.Skip(slices.Count - 2 * SlicesPerSide).Take(SlicesPerSide);
        return IsSteady(before.Sum(slice => slice.Hits), last.Sum(slice => slice.Hits))
            && last.Sum(slice => slice.CompiledMethods) <= MethodsAtRest;
    }

    private static bool IsSteady(double before, double after)
    {
        // The difference of two Poisson counts has the variance of their sum.
        var chance = StandardErrors * Math.Sqrt(before + after);
        return after > 0 && Math.Abs(after - before) <= Math.Max(Tolerance * before, chance);
    }
}
