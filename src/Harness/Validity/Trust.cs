namespace GatewayBench;

/// <summary>
/// What the harness knows about how far a row's figures can be trusted; the gates judge it. A
/// figure is null where it does not apply or can't be read, and then fails no gate.
/// </summary>
public sealed record Trust
{
    /// <summary>Median of intended time to start of send, in microseconds; null for closed loads.</summary>
    public double? ScheduleLagP50Microseconds { get; init; }

    /// <summary>The 99th percentile of the same.</summary>
    public double? ScheduleLagP99Microseconds { get; init; }

    /// <summary>The row's p99 latency, in microseconds: what lateness is judged by; null with too few samples.</summary>
    public double? LatencyP99Microseconds { get; init; }

    /// <summary>
    /// The load client's share of the CPU per exchange, from 0 to 1, as an upper bound (see
    /// <c>docs/method.md</c>).
    /// </summary>
    public double? GeneratorShare { get; init; }

    /// <summary>Exchanges of the slowest user over those of the median user; null with too few to tell.</summary>
    public double? Fairness { get; init; }

    /// <summary>Share of the processors' time that the hypervisor gave to others, from 0 to 1.</summary>
    public double? StealShare { get; init; }

    /// <summary>Share of the machine's CPU time that other processes used, from 0 to 1.</summary>
    public double? OtherProcessesShare { get; init; }

    /// <summary>Share of the time in which all that could run waited for memory, from 0 to 1.</summary>
    public double? MemoryPressure { get; init; }

    /// <summary>Share of the time in which all that could run waited for a disk, from 0 to 1.</summary>
    public double? IoPressure { get; init; }

    /// <summary>Share of the control group's periods in which its CPU quota ran out, from 0 to 1.</summary>
    public double? ThrottledShare { get; init; }

    /// <summary>What the provider can answer alone, as a multiple of its calls in the row; null without a provider.</summary>
    public double? ProviderCeiling { get; init; }

    /// <summary>
    /// By how much the provider's delays missed what was drawn, at their 99th percentile and in
    /// microseconds: of requests or of tokens, whichever is more; null with too few delays to tell.
    /// </summary>
    public double? ProviderTimerErrorP99Microseconds { get; init; }

    /// <summary>
    /// The last third of the measured time over the first: of the rate for closed loads, of the
    /// service time for open ones; null with too little to tell, with more
    /// failures than 1 %, and for loads that change.
    /// </summary>
    public double? Drift { get; init; }

    /// <summary>Whether the target settled within the cap of the warm-up; null without a warm-up.</summary>
    public bool? Settled { get; init; }

    /// <summary>Seconds of warm-up.</summary>
    public double? WarmUpSeconds { get; init; }

    /// <summary>Successes that have a latency; null where percentiles are nobody's aim.</summary>
    public long? Successes { get; init; }
}
