using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>What came of a step of a search for the breakpoint.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepVerdict>))]
public enum StepVerdict
{
    /// <summary>All SLOs were met.</summary>
    [JsonStringEnumMemberName("held")]
    Held,

    /// <summary>An SLO was missed, which fails with the next one that does.</summary>
    [JsonStringEnumMemberName("missed")]
    Missed,

    /// <summary>There were too few samples for an SLO, so that nobody knows: the search ends.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>Over 5 % of the requests failed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
