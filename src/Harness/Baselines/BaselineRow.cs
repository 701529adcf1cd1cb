using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>One row of a baseline: the figures that are compared and shown later.</summary>
internal sealed record BaselineRow
{
    /// <summary>The scenario.</summary>
    public required string Name { get; init; }

    /// <summary>The load, in words.</summary>
    public required string Load { get; init; }

    /// <summary>Everything else that must be the same for two rows to be compared.</summary>
    public required IReadOnlyDictionary<string, string> Conditions { get; init; }

    /// <summary>Successes per second.</summary>
    public required double Rate { get; init; }

    public required long Requests { get; init; }

    public required long Errors { get; init; }

    /// <summary>Latency of successes in microseconds, at the percentiles of <see cref="LatencyFigures"/>.</summary>
    public required LatencyFigures Latency { get; init; }

    /// <summary>In microseconds, of the whole process.</summary>
    public required double? CpuPerRequest { get; init; }

    /// <summary>In bytes, of the whole process.</summary>
    public required double? AllocatedPerRequest { get; init; }

    /// <summary>The share of the processors' time that the hypervisor gave to others meanwhile.</summary>
    public required double? Steal { get; init; }

    /// <summary>The share of the machine's CPU time that other processes used meanwhile.</summary>
    public required double? OtherProcesses { get; init; }

    [JsonIgnore]
    public string Title => $"{Name}, {Load}";

    /// <summary>Whether it is the same load of the same scenario, under whatever conditions.</summary>
    public bool HasSameNameAs(BaselineRow other) => Name == other.Name && Load == other.Load;

    /// <summary>Whether figures of the two may be compared.</summary>
    public bool IsComparableTo(BaselineRow other) =>
        HasSameNameAs(other) && ChangesSince(other).Count == 0;

    /// <summary>What differs in how the other was loaded.</summary>
    public IReadOnlyList<FactChange> ChangesSince(BaselineRow earlier) =>
        RowConditions.Changes(earlier.Conditions, Conditions);

    public static BaselineRow Of(RowResult row, LoadResult result) =>
        new()
        {
            Name = row.Name,
            Load = row.Load,
            Conditions = RowConditions.Of(row, result),
            Rate = row.SuccessesPerSecond,
            Requests = row.Requests,
            Errors = row.Errors.Values.Sum(),
            Latency = LatencyFigures.Of(row.Latency),
            CpuPerRequest = row.CpuMicrosecondsPerRequest,
            AllocatedPerRequest = row.AllocatedBytesPerRequest,
            Steal = row.Trust.StealShare,
            OtherProcesses = row.Trust.OtherProcessesShare,
        };

    /// <summary>The median of each figure, over runs of the same row.</summary>
    /// <param name="runs">At least one, in order of time.</param>
    public static BaselineRow MedianOf(IReadOnlyList<BaselineRow> runs) =>
        runs[^1] with
        {
            Rate = Median.Of([.. runs.Select(row => row.Rate)]),
            Requests = (long)Median.Of([.. runs.Select(row => (double)row.Requests)]),
            Errors = (long)Median.Of([.. runs.Select(row => (double)row.Errors)]),
            Latency = LatencyFigures.MedianOf([.. runs.Select(row => row.Latency)]),
            CpuPerRequest = Median.OfKnown(runs.Select(row => row.CpuPerRequest)),
            AllocatedPerRequest = Median.OfKnown(runs.Select(row => row.AllocatedPerRequest)),
        };
}
