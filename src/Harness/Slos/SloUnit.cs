using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>What the figure of an SLO is counted in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SloUnit>))]
public enum SloUnit
{
    /// <summary>A time, in microseconds.</summary>
    [JsonStringEnumMemberName("us")]
    Microseconds,

    /// <summary>A share, from 0 to 1.</summary>
    [JsonStringEnumMemberName("share")]
    Share,

    /// <summary>So many a second.</summary>
    [JsonStringEnumMemberName("per_second")]
    PerSecond,

    /// <summary>A number: a counter's total, or a trend's value in its own unit.</summary>
    [JsonStringEnumMemberName("number")]
    Number,
}
