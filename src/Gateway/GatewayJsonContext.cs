using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>How the gateway's own answers are written: snake_case, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChatReply))]
[JsonSerializable(typeof(DocumentsAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(SearchAnswer))]
internal sealed partial class GatewayJsonContext : JsonSerializerContext;
