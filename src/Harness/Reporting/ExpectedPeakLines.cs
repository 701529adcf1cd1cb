namespace GatewayBench;

/// <summary>What was served, set against the peak that is expected.</summary>
internal static class ExpectedPeakLines
{
    private const double Headroom = 1 - CapacityEstimate.PlannedShare;

    public static IEnumerable<string> Of(LoadResult result)
    {
        if (
            result.ExpectedPeak is not { } peak
            || Served(result) is not { } served
            || result.Rows.Any(row => row.Invalid.Count > 0)
        )
        {
            yield break;
        }
        var (users, broke) = served;
        yield return $"{ClosedLoad.UsersText(users)} were served, {Units.Figure((double)users / peak)}x the expected peak of {Units.Count(peak)}: "
            + $"{Units.Percent(Headroom)} headroom {Fits(peak / CapacityEstimate.PlannedShare)}, twice the peak {Fits(2.0 * peak)}";

        string Fits(double least) =>
            users >= least ? "is there"
            : broke ? "is missing"
            : "was not tried";
    }

    /// <summary>The most users with all SLOs met, and whether more were tried and were not served.</summary>
    private static (int Users, bool Broke)? Served(LoadResult result) =>
        result.Breakpoint is { } found ? (found.Held, found.Failed is not null)
        : result
            .Rows.Select(row => row.Capacity)
            .OfType<CapacityEstimate>()
            .Where(capacity => capacity.Sustainable is not null)
            .MaxBy(capacity => capacity.Sustainable!.MostUsers)
            is { } most
            ? (most.Sustainable!.MostUsers, most.Break is not null)
        : null;
}
