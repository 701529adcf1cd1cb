namespace GatewayBench.Cli;

/// <summary>
/// How a run ended, as exit code. What a target failed at comes before what its figures are worth:
/// measuring again would not help it. Other SLOs are missed only by figures that may be used.
/// </summary>
internal static class RunEnd
{
    public static async Task<int> TellAsync(LoadResult result, TextWriter error)
    {
        if (result.Partial)
        {
            await error.WriteLineAsync(
                "gatewaybench: "
                    + (
                        result.Rows.Count == 0
                            ? RunFailure.NothingMeasured
                            : "cancelled; what was measured before is reported, marked partial."
                    )
            );
            return ExitCodes.Cancelled;
        }
        return await JudgeAsync(result, error);
    }

    /// <summary>The same of a result that is whole.</summary>
    public static async Task<int> JudgeAsync(LoadResult result, TextWriter error)
    {
        string[] misses = [.. TooManyErrors(result), .. MissedSlos(result), .. Aborts(result)];
        foreach (var miss in misses)
        {
            await error.WriteLineAsync($"gatewaybench: {miss}, see the report.");
        }
        if (misses.Length > 0)
        {
            return ExitCodes.Missed;
        }
        if (result.IsValid)
        {
            return ExitCodes.Success;
        }
        // By the gates' names: what they measured stands in the report.
        var gates = result.Rows.SelectMany(row => row.Invalid).Select(why => why.Split(':')[0]);
        await error.WriteLineAsync(
            $"gatewaybench: measurement invalid, see the report: {string.Join(", ", gates.Distinct())}."
        );
        return ExitCodes.Invalid;
    }

    private static IEnumerable<string> TooManyErrors(LoadResult result)
    {
        try
        {
            // Who says how many there may be need not take the usual limit too.
            result.ShouldSucceed(result.LimitsErrors() ? 1 : 0.01);
            return [];
        }
        catch (LoadFailedException)
        {
            return result.Rows.Select(row =>
                $"{row.Title()}: {(row.Successes == 0 ? "no success" : "too many errors")}"
            );
        }
    }

    private static IEnumerable<string> Aborts(LoadResult result) =>
        from row in result.Rows
        where row.AbortedBy is not null
        select $"{row.Title()}: aborted by SLO {row.AbortedBy}";

    private static IEnumerable<string> MissedSlos(LoadResult result) =>
        from row in result.Rows
        from slo in row.Slos
        where row.VerdictOn(slo) == SloVerdict.Fail
        select $"{row.Title()}: SLO {slo.Expression} missed";
}
