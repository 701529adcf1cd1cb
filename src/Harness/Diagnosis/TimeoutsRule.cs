namespace GatewayBench;

/// <summary>Exchanges, or the gateway's attempts at the provider, end by time-out: their share.</summary>
internal static class TimeoutsRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "timeouts",
            Title = "time-outs",
            Read = signals =>
                RowSignals.Larger(
                    RowSignals.Share(
                        signals.OfTimeline(
                            "time-outs",
                            slice => slice.Errors.GetValueOrDefault(Outcome.Timeout) / slice.Seconds
                        ),
                        signals.Exchanges
                    ),
                    RowSignals.Share(
                        signals.Sum(
                            new SeriesPattern(
                                "gateway.provider.attempts",
                                "rate",
                                "outcome=provider_timeout"
                            )
                        ),
                        signals.Sum(new SeriesPattern("gateway.provider.attempts", "rate"))
                    )
                ),
            Floor = 0.05,
            Cause =
                "a stage behind waits as long as the one before it, so that work goes on that nobody waits for",
            NextStep = "give each stage less time than its caller has, and pass cancellation on",
        };
}
