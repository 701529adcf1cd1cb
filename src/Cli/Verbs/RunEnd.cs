namespace GatewayBench.Cli;

/// <summary>
/// How a run ended, as exit code. What a target failed at comes before what its figures are worth:
/// measuring again would not help it.
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
        try
        {
            result.ShouldSucceed();
        }
        catch (LoadFailedException)
        {
            foreach (var row in result.Rows)
            {
                var what = row.Successes == 0 ? "no success" : "too many errors";
                await error.WriteLineAsync(
                    $"gatewaybench: {row.Name}, {row.Load}: {what}, see the report."
                );
            }
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
}
