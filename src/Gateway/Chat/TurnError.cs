using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>The end of a turn that failed after its answer had begun.</summary>
internal sealed record TurnError(string Reason, string Detail) : TurnEvent
{
    public const string EventName = "error";

    /// <summary>The provider's own name for what is wrong with the request; absent if it gave none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    public static TurnError From(TurnFailure failure) =>
        new(failure.Reason, failure.Detail) { Code = failure.Code };

    [JsonIgnore]
    public override bool IsLast => true;
}
