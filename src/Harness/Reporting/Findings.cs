namespace GatewayBench;

/// <summary>What the rows say beside each other: costs relative to the cheapest endpoint, and the price of more users.</summary>
internal static class Findings
{
    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows)
    {
        var usable = rows.Where(row => row.Successes > 0).ToList();
        return [.. RelativeCosts(usable), .. Growth(usable)];
    }

    /// <summary>At the smallest number of users that all these rows share, where queueing says least.</summary>
    private static IEnumerable<string> RelativeCosts(List<RowResult> rows)
    {
        if (rows.Count == 0)
        {
            yield break;
        }
        var base_ = rows[0];
        foreach (var row in rows.Where(row => row != base_ && row.Users == base_.Users))
        {
            if (row.CpuMicrosecondsPerRequest / base_.CpuMicrosecondsPerRequest is { } cpu)
            {
                yield return $"{row.Title()} costs {Units.Ratio(cpu)} the CPU of {base_.Name}, "
                    + $"at {Units.Ratio(row.SuccessesPerSecond / base_.SuccessesPerSecond)} its rate";
            }
        }
    }

    private static IEnumerable<string> Growth(List<RowResult> rows)
    {
        foreach (var same in rows.GroupBy(row => row.Name).Where(group => group.Count() > 1))
        {
            var (few, many) = (same.MinBy(row => row.Users)!, same.MaxBy(row => row.Users)!);
            var rate = Units.Percent(many.SuccessesPerSecond / few.SuccessesPerSecond - 1);
            var p99 = many.LatencyAt(99) / few.LatencyAt(99) is { } ratio
                ? $", p99 {Units.Ratio(ratio)}"
                : "";
            yield return $"{same.Key}: from {few.Users} to {many.Users} users OK/s {rate}{p99}";
        }
    }

    public static string Title(this RowResult row) => $"{row.Name}, {row.Users} users";
}
