namespace Gateway;

/// <summary>A piece of the reply, exactly as the provider cut it.</summary>
internal sealed record TurnDelta(string Text) : TurnEvent
{
    public const string EventName = "delta";
}
