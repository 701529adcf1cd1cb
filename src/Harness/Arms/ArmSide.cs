using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>Which of the two gateways that are compared.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArmSide>))]
internal enum ArmSide
{
    /// <summary>What is compared with.</summary>
    A,

    /// <summary>What is judged.</summary>
    B,
}
