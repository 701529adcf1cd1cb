using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>The end of a turn that failed after its answer had begun.</summary>
internal sealed record TurnError(string Reason, string Detail) : TurnEvent
{
    public const string EventName = "error";

    public static TurnError From(TurnFailure failure) => new(failure.Reason, failure.Detail);

    [JsonIgnore]
    public override bool IsLast => true;
}
