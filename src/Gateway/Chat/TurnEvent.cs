using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>
/// What a streamed turn is told in: any number of <see cref="TurnDelta"/> and <see cref="TurnTool"/>,
/// then one <see cref="TurnDone"/> or <see cref="TurnError"/>. Where a message carries its own name,
/// that is its <c>type</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TurnDelta), TurnDelta.EventName)]
[JsonDerivedType(typeof(TurnTool), TurnTool.EventName)]
[JsonDerivedType(typeof(TurnDone), TurnDone.EventName)]
[JsonDerivedType(typeof(TurnError), TurnError.EventName)]
internal abstract record TurnEvent
{
    /// <summary>Whether nothing comes after it.</summary>
    [JsonIgnore]
    public virtual bool IsLast => false;
}
