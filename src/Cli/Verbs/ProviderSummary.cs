using System.Globalization;

namespace GatewayBench.Cli;

/// <summary>The line that a stopped provider leaves behind.</summary>
internal static class ProviderSummary
{
    public static string Of(FakeProviderStatistics statistics)
    {
        var endings = statistics
            .Responses.OrderBy(entry => entry.Key)
            .Select(entry => $"{Count(entry.Value)} x {entry.Key}");
        if (statistics.Abandoned > 0)
        {
            endings = endings.Append($"{Count(statistics.Abandoned)} abandoned");
        }
        var audit = statistics.Audit;
        var requests = $"Stopped. Requests to models: {Count(statistics.ChatRequests)}";
        return statistics.ChatRequests == 0
            ? requests
            : $"{requests} ({string.Join(", ", endings)}). Tokens: "
                + $"{Count(statistics.PromptTokens)} in, {Count(statistics.CompletionTokens)} out"
                + TimerError(audit.FirstTokenTimerError)
                + (audit.EarlyRetries == 0 ? "" : $". Early retries: {Count(audit.EarlyRetries)}");
    }

    /// <summary>Nothing unless something was to be delayed.</summary>
    private static string TimerError(LongHistogram microseconds) =>
        microseconds.TotalCount == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $". Timer error p99: {microseconds.GetValueAtPercentile(99) / 1000.0:0.0} ms"
            );

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
