using System.Globalization;

namespace GatewayBench;

/// <summary>What to type to find the commit that a row dropped with.</summary>
internal static class BisectAdvice
{
    /// <summary>
    /// A step is judged beside the good commit, measured at the same time, and never against the
    /// stored figure: what dropped may be the machine. The threshold is half-way, on a scale of
    /// ratios. A load test's own exit code can't judge: it does not know a speed.
    /// </summary>
    /// <param name="dropped">The row that lost most is looked for.</param>
    /// <param name="good">The baseline's commit; null where unknown.</param>
    /// <param name="bad">The commit measured now; null where unknown.</param>
    public static IEnumerable<string> Lines(
        IReadOnlyList<RowComparison> dropped,
        string? good,
        string? bad
    )
    {
        if (good is not null && good == bad)
        {
            return
            [
                "Both were built from the same commit: what changed is the machine, its load, or code that"
                    + " was not committed. There is nothing to bisect.",
            ];
        }
        var row = dropped.MinBy(one => one.Ratio)!;
        var threshold = Math.Sqrt(row.Ratio).ToString("0.00", CultureInfo.InvariantCulture);
        return
        [
            "First make sure: measure both commits again, in turns. If it holds, this finds the commit:",
            $"  git worktree add --detach ../good {good ?? "GOOD"}",
            $"  git bisect start {bad ?? "BAD"} {good ?? "GOOD"}",
            $"At each step measure '{row.Now.Title}' here and in ../good, in turns, twice each. Then",
            $"  git bisect bad     if OK/s here is below {threshold} of that in ../good",
            "  git bisect good    if it is not",
            "  git bisect skip    if it can't be built or doesn't start",
            "And at the end:",
            "  git bisect reset",
            "  git worktree remove --force ../good",
            .. good is null || bad is null
                ? (string[])
                    [
                        "GOOD and BAD are for you to fill in: a result did not tell the commit of its target.",
                    ]
                : [],
        ];
    }
}
