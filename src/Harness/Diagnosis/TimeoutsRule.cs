namespace GatewayBench;

/// <summary>Exchanges end by time-out: their share.</summary>
internal static class TimeoutsRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "timeouts",
            Title = "cascading time-outs",
            Read = signals =>
                signals.OfTimeline(
                    "time-outs",
                    slice =>
                        slice.Successes + slice.Errors.Values.Sum() is > 0 and var all
                            ? (double)slice.Errors.GetValueOrDefault(Outcome.Timeout) / all
                            : null
                ),
            Floor = 0.05,
            Cause =
                "a stage behind waits as long as the one before it, so that work goes on that nobody waits for",
            NextStep = "give each stage less time than its caller has, and pass cancellation on",
        };
}
