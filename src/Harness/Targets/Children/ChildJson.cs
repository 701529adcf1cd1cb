using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>Generated, because a gateway may have switched reflection off for all JSON of its process.</summary>
[JsonSerializable(typeof(ChildOrder))]
[JsonSerializable(typeof(ChildQuestion))]
[JsonSerializable(typeof(ChildMessage))]
internal sealed partial class ChildJson : JsonSerializerContext;
