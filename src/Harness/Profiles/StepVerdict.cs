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

    /// <summary>Over 5 % of the requests failed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
