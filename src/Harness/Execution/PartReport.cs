namespace GatewayBench;

/// <summary>Makes the results of a row's parts from what their recorders hold.</summary>
internal static class PartReport
{
    public static PartResult[] Of(PartRun whole) =>
        [.. (whole.Prelude is null ? whole.Parts : [whole.Prelude, .. whole.Parts]).Select(Result)];

    private static PartResult Result(PartRun part)
    {
        var counts = part.Recorders.Sum();
        return new PartResult
        {
            Name = part.Scenario.Name,
            Successes = counts[Outcome.Success],
            SuccessesInTime = counts.SuccessesInTime,
            Errors = counts.Errors(),
            Latency = counts.Successes.Latency,
            FailureLatency = counts.Failures.Latency,
            ServiceTime = counts.Successes.ServiceTime,
            FailureServiceTime = counts.Failures.ServiceTime,
            FirstByte = counts.FirstBytes,
            Streams = counts.StreamsOf(part.Scenario),
            Breakdown = counts.Causes?.Result(part.PromptClasses),
            Checks = counts.Checks(part.Scenario.Checks),
            Metrics = counts.MetricResults(part.Scenario.Metrics),
            Bytes = counts.Bytes,
            Clamped = counts.Clamped,
            Samples = part.Samples.All(),
            Parts = Of(part),
        };
    }
}
