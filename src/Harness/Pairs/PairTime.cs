namespace GatewayBench;

/// <summary>How long a pair takes, known before the first one.</summary>
internal static class PairTime
{
    /// <summary>Two launches, and what is waited for at the ends of slices.</summary>
    private static readonly TimeSpan Beside = TimeSpan.FromSeconds(3);

    /// <summary>
    /// If neither arm settles before its cap, and the open loads take as long as they may: most pairs
    /// take less.
    /// </summary>
    public static TimeSpan MostOf(PairPlan plan) =>
        Beside
        + Math.Max(1, plan.Rows.Count)
            * TimeSpan.FromSeconds(
                plan.WarmUpSeconds
                    + 2 * (PairMeter.LeadingSlices + plan.Slices) * plan.SliceSeconds
                    + 2 * plan.OpenSeconds
            );
}
