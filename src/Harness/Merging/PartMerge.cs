namespace GatewayBench;

/// <summary>Puts the parts of one scenario together.</summary>
internal static class PartMerge
{
    /// <param name="parts">Those of each generator: the same in the same order.</param>
    public static PartResult[] Of(IReadOnlyList<IReadOnlyList<PartResult>> parts) =>
        [.. parts[0].Select((_, i) => Sum([.. parts.Select(one => one[i])]))];

    private static PartResult Sum(PartResult[] parts) =>
        new()
        {
            Name = parts[0].Name,
            Successes = parts.Sum(part => part.Successes),
            SuccessesInTime = parts.Sum(part => part.SuccessesInTime),
            Errors = Sums.Of(parts.Select(part => part.Errors)),
            Latency = Sums.Of(parts.Select(part => part.Latency)),
            FailureLatency = Sums.Of(parts.Select(part => part.FailureLatency)),
            ServiceTime = Sums.Of(parts.Select(part => part.ServiceTime)),
            FailureServiceTime = Sums.Of(parts.Select(part => part.FailureServiceTime)),
            FirstByte = Sums.Of(parts.Select(part => part.FirstByte)),
            Streams = Sums.Of([.. parts.Select(part => part.Streams)]),
            Checks = Sums.Of([.. parts.Select(part => part.Checks)]),
            Metrics = Sums.Of([.. parts.Select(part => part.Metrics)]),
            Bytes = parts.Sum(part => part.Bytes),
            Clamped = parts.Sum(part => part.Clamped),
            Samples = Sums.First(parts.Select(part => part.Samples)),
            Parts = Of([.. parts.Select(part => part.Parts)]),
        };
}
