using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>How the gateway's own answers are written: snake_case, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChatReply))]
[JsonSerializable(typeof(CompletionAnswer))]
[JsonSerializable(typeof(CompletionChunk))]
[JsonSerializable(typeof(CountedChunk))]
[JsonSerializable(typeof(DocumentsAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(LoginReply))]
[JsonSerializable(typeof(ModelCard))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(OpenAiErrorBody))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(RunDelta))]
[JsonSerializable(typeof(RunGap))]
[JsonSerializable(typeof(RunList))]
[JsonSerializable(typeof(RunStatus))]
[JsonSerializable(typeof(RunToolStep))]
[JsonSerializable(typeof(SessionPage))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(TurnDelta))]
[JsonSerializable(typeof(TurnDone))]
[JsonSerializable(typeof(TurnError))]
[JsonSerializable(typeof(TurnEvent))]
[JsonSerializable(typeof(TurnTool))]
internal sealed partial class GatewayJsonContext : JsonSerializerContext
{
    /// <summary>
    /// The same with text as it is, for what is never part of a page: escapes would multiply the bytes
    /// of most languages.
    /// </summary>
    public static GatewayJsonContext Relaxed { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
