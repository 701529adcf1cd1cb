using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>What many gateways' own chat endpoints take.</summary>
internal sealed record ChatTurn(
    string Message,
    [property: JsonPropertyName("session_id")] string SessionId
)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Stream { get; init; }

    public static ChatTurn Of(User user) => new(user.NextPrompt(), user.Session);
}
