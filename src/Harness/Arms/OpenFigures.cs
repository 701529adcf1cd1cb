namespace GatewayBench;

/// <summary>What an arm did under an open load.</summary>
/// <param name="Requests">Iterations, successes and failures.</param>
/// <param name="Successes">Those that succeeded.</param>
/// <param name="P99Microseconds">Latency from the intended start; null with too few samples, or where hits were not sent.</param>
/// <param name="CpuMicroseconds">CPU time of client, gateway and provider, per iteration; null where the gateway's can't be told.</param>
/// <param name="Errors">Failures by class; classes without any are absent.</param>
/// <param name="UnexpectedErrors">Failures of classes that the scenario isn't out to provoke.</param>
internal sealed record OpenFigures(
    long Requests,
    long Successes,
    double? P99Microseconds,
    double? CpuMicroseconds,
    IReadOnlyDictionary<string, long> Errors,
    long UnexpectedErrors
)
{
    /// <summary>
    /// With fewer the p99 of a launch scatters by more than what is looked for: its relative standard
    /// error is about 2 % at 10,000 exponential samples, and 7 % at 1,000.
    /// </summary>
    public const long LeastSamples = 10_000;

    /// <param name="row">What was measured.</param>
    public static OpenFigures Of(RowResult row) =>
        new(
            row.Requests,
            row.Successes,
            row.Successes >= LeastSamples && row.Open is { Unsent: 0 }
                ? row.LatencyAt(99)?.TotalMicroseconds
                : null,
            row.CpuMicrosecondsPerRequest,
            row.Errors.ToDictionary(error => error.Key.Label(), error => error.Value),
            row.UnexpectedErrors
        );
}
