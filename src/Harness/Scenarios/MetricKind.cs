using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>How the values of a scenario's own metric are put together.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MetricKind>))]
public enum MetricKind
{
    /// <summary>Added up.</summary>
    [JsonStringEnumMemberName("counter")]
    Counter,

    /// <summary>The share of replies for which a condition holds.</summary>
    [JsonStringEnumMemberName("rate")]
    Rate,

    /// <summary>Kept as a distribution with percentiles.</summary>
    [JsonStringEnumMemberName("trend")]
    Trend,
}
