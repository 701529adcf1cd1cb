namespace GatewayBench;

/// <summary>The gateway refuses requests itself: the share of its refusals.</summary>
internal static class GatewayLimiterRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "gateway_limiter",
            Title = "the gateway's own limiter",
            Read = signals =>
                RowSignals.Share(
                    signals.Sum(
                        new SeriesPattern("gateway.limits.refusals", "rate"),
                        new SeriesPattern(
                            "aspnetcore.rate_limiting.requests",
                            "rate",
                            Without: "result=acquired"
                        )
                    ),
                    signals.Exchanges
                ),
            Floor = 0.01,
            Cause = "the load is above what the gateway is configured to admit",
            NextStep =
                "raise its limits if the rest has room, else let clients wait as Retry-After says",
        };
}
