namespace GatewayBench;

/// <summary>What a generator knows of its row beyond the hits themselves.</summary>
internal sealed record GeneratorFigures
{
    /// <summary>Measured exchanges of each closed-loop user; empty for open loads.</summary>
    public long[] PerUser { get; init; } = [];

    /// <summary>Hits that an open load intended; null for closed loads.</summary>
    public long? Offered { get; init; }

    /// <summary>Those of them that were never sent.</summary>
    public long Unsent { get; init; }

    /// <summary>The most that were ever in flight.</summary>
    public int? PeakInFlight { get; init; }

    /// <summary>CPU time of the pacer's thread in the measured time; null where it can't be read.</summary>
    public TimeSpan? PacerCpu { get; init; }
}
