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
        catch (LoadFailedException e)
        {
            await error.WriteLineAsync($"gatewaybench: {e.Message}");
            return ExitCodes.Missed;
        }
        if (result.IsValid)
        {
            return ExitCodes.Success;
        }
        foreach (var reason in result.Rows.SelectMany(row => row.Invalid))
        {
            await error.WriteLineAsync($"gatewaybench: measurement invalid: {reason}");
        }
        return ExitCodes.Invalid;
    }
}
