namespace GatewayBench;

/// <summary>The provider refuses requests: the share of its 429s.</summary>
internal static class ProviderLimitRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "provider_limit",
            Title = "provider rate limit",
            Read = signals =>
                signals.OfProvider(
                    "provider.rate_limited",
                    slice => slice.Requests > 0 ? (double)slice.RateLimited / slice.Requests : null
                )
                ?? RowSignals.Share(
                    signals.Sum(
                        new SeriesPattern(
                            "gateway.provider.attempts",
                            "rate",
                            "outcome=rate_limited"
                        )
                    ),
                    signals.Sum(new SeriesPattern("gateway.provider.attempts", "rate"))
                ),
            Floor = 0.01,
            Cause = "demand passed the provider's quota of requests or tokens",
            NextStep = "raise the quota, cache prompts, or add a key",
        };
}
