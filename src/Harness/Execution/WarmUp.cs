namespace GatewayBench;

/// <summary>
/// Decides from the hits per slice when a target has settled: the last second must not differ
/// from the second before by more than a tenth, or by more than chance explains at low rates.
/// </summary>
internal static class WarmUp
{
    public static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(250);
    private const int SlicesPerSide = 4;
    private const double Tolerance = 0.10;
    private const double StandardErrors = 2;

    public static bool IsSettled(IReadOnlyList<long> slices)
    {
        if (slices.Count < 2 * SlicesPerSide)
        {
            return false;
        }
        double before = slices.Skip(slices.Count - 2 * SlicesPerSide).Take(SlicesPerSide).Sum();
        double after = slices.Skip(slices.Count - SlicesPerSide).Sum();
        // The difference of two Poisson counts has the variance of their sum.
        var chance = StandardErrors * Math.Sqrt(before + after);
        return after > 0 && Math.Abs(after - before) <= Math.Max(Tolerance * before, chance);
    }
}
