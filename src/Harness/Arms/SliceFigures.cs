namespace GatewayBench;

/// <summary>What an arm did in one slice, with the iterations that were under way at its end.</summary>
/// <param name="Requests">Iterations, successes and failures.</param>
/// <param name="Successes">Those that succeeded.</param>
/// <param name="Seconds">How long a user was at work, on average.</param>
/// <param name="CpuSeconds">CPU time of client, gateway and provider; null where the gateway's can't be told.</param>
/// <param name="AllocatedBytes">Likewise what they allocated.</param>
/// <param name="Errors">Failures by class; classes without any are absent.</param>
/// <param name="UnexpectedErrors">Failures of classes that the scenario isn't out to provoke.</param>
internal sealed record SliceFigures(
    long Requests,
    long Successes,
    double Seconds,
    double? CpuSeconds,
    long? AllocatedBytes,
    IReadOnlyDictionary<string, long> Errors,
    long UnexpectedErrors
)
{
    /// <summary>Successes per second.</summary>
    public double Rate => Seconds > 0 ? Successes / Seconds : 0;
}
