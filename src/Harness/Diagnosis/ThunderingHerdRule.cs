namespace GatewayBench;

/// <summary>Many ask the model at once for what the cache had until now: the share of misses.</summary>
internal static class ThunderingHerdRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "thundering_herd",
            Title = "thundering herd",
            Read = signals =>
                RowSignals.Share(
                    signals.Sum(new SeriesPattern("gateway.cache.requests", "rate", "result=miss")),
                    signals.Sum(
                        new SeriesPattern(
                            "gateway.cache.requests",
                            "rate",
                            Without: "result=bypass"
                        )
                    )
                ),
            Floor = 0.3,
            Factor = 3,
            Cause = "an answer that many want left the cache, and each of them asks for it anew",
            NextStep =
                "let one caller ask and the others wait for its answer, and spread the times at which entries expire",
        };
}
