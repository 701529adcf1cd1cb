using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>How the gateway's own answers are written: snake_case, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChatReply))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(LoginReply))]
[JsonSerializable(typeof(OpenAiErrorBody))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(RunDelta))]
[JsonSerializable(typeof(RunGap))]
[JsonSerializable(typeof(RunList))]
[JsonSerializable(typeof(RunStatus))]
[JsonSerializable(typeof(RunToolStep))]
[JsonSerializable(typeof(SessionPage))]
internal sealed partial class GatewayJsonContext : JsonSerializerContext;
