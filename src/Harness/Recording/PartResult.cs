using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>
/// What one part of a row's scenario measured: a step, a branch, a prelude, the opening of a socket.
/// Histograms hold nanoseconds.
/// </summary>
public sealed record PartResult
{
    /// <summary>The part's scenario.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// How often it succeeded, in iterations that were meant to start in the measured time. Preludes
    /// and the opening of sockets count whenever they were done: mostly that is the warm-up.
    /// </summary>
    public required long Successes { get; init; }

    /// <summary>Successes that ended in the measured time, whenever their iteration began.</summary>
    public required long SuccessesInTime { get; init; }

    /// <summary>How often it failed, by class; classes without any are absent.</summary>
    public required IReadOnlyDictionary<Outcome, long> Errors { get; init; }

    /// <summary>
    /// Latency of successes, from when the part was meant to start: when the one before it had ended,
    /// or the user had thought.
    /// </summary>
    public required LongHistogram Latency { get; init; }

    /// <summary>Latency of failures.</summary>
    public required LongHistogram FailureLatency { get; init; }

    /// <summary>Service time of successes, from the actual send to the checked last byte.</summary>
    public required LongHistogram ServiceTime { get; init; }

    /// <summary>Service time of failures.</summary>
    public required LongHistogram FailureServiceTime { get; init; }

    /// <summary>From when it was meant to start to the first response headers or message, successes only.</summary>
    public required LongHistogram FirstByte { get; init; }

    /// <summary>What only streams have; null for answers in one piece.</summary>
    public StreamResult? Streams { get; init; }

    /// <summary>What its successes are made of; null where it is made of parts itself, and in merged results.</summary>
    public Breakdown? Breakdown { get; init; }

    /// <summary>How often each of its checks passed.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>Its own counters, rates and trends.</summary>
    public required IReadOnlyList<MetricResult> Metrics { get; init; }

    /// <summary>Bytes of body read.</summary>
    public required long Bytes { get; init; }

    /// <summary>Times beyond an hour, recorded as an hour.</summary>
    public required long Clamped { get; init; }

    /// <summary>The first failure of each class, redacted.</summary>
    public required IReadOnlyDictionary<Outcome, string> Samples { get; init; }

    /// <summary>What it is made of itself; empty for a single exchange.</summary>
    public required IReadOnlyList<PartResult> Parts { get; init; }

    /// <summary>Successes and failures together.</summary>
    [JsonIgnore]
    public long Requests => Successes + Errors.Values.Sum();
}
