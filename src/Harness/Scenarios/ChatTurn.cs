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

    /// <summary>The user's next turn.</summary>
    /// <param name="user">Who says it.</param>
    /// <param name="turns">In a session; then there is a new one.</param>
    public static ChatTurn Of(User user, int turns = 1)
    {
        user.TakeTurn(turns);
        return new ChatTurn(user.NextPrompt(), user.Session);
    }
}
