using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>Generated, because a gateway may have switched reflection off for all JSON of its process.</summary>
[JsonSerializable(typeof(ArmOrder))]
[JsonSerializable(typeof(ArmRequest))]
[JsonSerializable(typeof(ArmMessage))]
internal sealed partial class ArmJson : JsonSerializerContext;
