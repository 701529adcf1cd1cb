namespace Gateway;

/// <summary>A tool that the agent calls on its way: <c>started</c>, then <c>succeeded</c> or <c>failed</c>.</summary>
internal sealed record TurnTool(string Name, string Status) : TurnEvent
{
    public const string EventName = "tool";
}
