using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>
/// What one stage of a closed load measured. Exchanges count where they ended, and those that the
/// last stage left under way count as its own. Histograms hold nanoseconds.
/// </summary>
public sealed record StageResult
{
    /// <summary>What it is called: as the load says, or <c>stage 1</c> and so on.</summary>
    public required string Name { get; init; }

    /// <summary>When it began, in seconds from the start of the measured time.</summary>
    public required double From { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Users at its start.</summary>
    public required int FromUsers { get; init; }

    /// <summary>Users at its end, if it came to that.</summary>
    public required int ToUsers { get; init; }

    /// <summary>Measured exchanges that ended in it with success.</summary>
    public required long Successes { get; init; }

    /// <summary>Those of them that ended in the measured time.</summary>
    public required long SuccessesInTime { get; init; }

    /// <summary>Those that failed, by class; classes without any are absent.</summary>
    public required IReadOnlyDictionary<Outcome, long> Errors { get; init; }

    /// <summary>Latency of successes, from the intended start.</summary>
    public required LongHistogram Latency { get; init; }

    /// <summary>Service time of successes, from the send.</summary>
    public required LongHistogram ServiceTime { get; init; }

    /// <summary>What only streams have; null for answers in one piece.</summary>
    public StreamResult? Streams { get; init; }

    /// <summary>Successes a second.</summary>
    [JsonIgnore]
    public double? SuccessesPerSecond => Seconds > 0 ? SuccessesInTime / Seconds : null;
}
