namespace GatewayBench;

/// <summary>How far a run is, told while it runs. Only the result has figures to go by.</summary>
public sealed record LiveProgress
{
    /// <summary>The row's number, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>How many rows there are.</summary>
    public required int Rows { get; init; }

    /// <summary>The row's scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Its load, in words.</summary>
    public required string Load { get; init; }

    /// <summary>What it is at.</summary>
    public required LivePhase Phase { get; init; }

    /// <summary>How long it has been at that.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>How long that takes, or at most takes for a warm-up; null where nobody knows.</summary>
    public TimeSpan? Total { get; init; }

    /// <summary>Exchanges that ended since it was last told, a second; null before there was a load.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Median latency of the last second's successes; null where it isn't measured.</summary>
    public TimeSpan? P50 { get; init; }

    /// <summary>Their 99th percentile, of few samples near the maximum; null likewise.</summary>
    public TimeSpan? P99 { get; init; }

    /// <summary>Failures of the measured time so far, by class; classes without any are absent.</summary>
    public IReadOnlyDictionary<Outcome, long> Errors { get; init; } =
        new Dictionary<Outcome, long>();

    /// <summary>Exchanges under way.</summary>
    public int InFlight { get; init; }

    /// <summary>
    /// CPU time over time since it was last told, of this process: the load client, with gateway and
    /// provider where they are hosted in it. 1 is one core; null before there was a load.
    /// </summary>
    public double? CpuCores { get; init; }
}
