namespace GatewayBench;

/// <summary>What to type to find the commit that a row dropped with.</summary>
internal static class BisectAdvice
{
    /// <summary>
    /// The stored figure is of no use there: what dropped may be the machine. So the search makes sure
    /// first, and measures each commit beside the good one.
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
        string[] unknown = [.. Unknown(good, bad), "BENCHFILE"];
        return
        [
            "This measures both commits again, in turns, and if it holds, finds the commit:",
            $"  gatewaybench bisect --good {good ?? "GOOD"} --bad {bad ?? "BAD"} BENCHFILE",
            $"For you to fill in: {string.Join(" and ", unknown)}. A bench file says what users do, here that of '{row.Now.Title}'.",
        ];
    }

    private static IEnumerable<string> Unknown(string? good, string? bad) =>
        (good, bad) switch
        {
            (null, null) => ["GOOD", "BAD"],
            (null, _) => ["GOOD"],
            (_, null) => ["BAD"],
            _ => [],
        };
}
