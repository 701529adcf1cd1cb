using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>The end of a turn that succeeded. What the provider did not tell is null.</summary>
internal sealed record TurnDone(
    string SessionId,
    ChatUsage? Usage,
    string? Model,
    string? FinishReason
) : TurnEvent
{
    public const string EventName = "done";

    [JsonIgnore]
    public override bool IsLast => true;
}
