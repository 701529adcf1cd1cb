namespace GatewayBench;

/// <summary>The provider is asked several times for one request.</summary>
internal static class RetryStormRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "retry_storm",
            Title = "retry storm",
            Read = signals => signals.Max(new SeriesPattern("provider.attempts_per_request")),
            Floor = 1.5,
            Cause = "failures are tried again at once and by everybody, which makes more of them",
            NextStep =
                "bound retries by a budget, wait longer before each with jitter, and heed Retry-After",
        };
}
