namespace GatewayBench;

/// <summary>What a request allows and demands of tools.</summary>
internal sealed record ToolOffer
{
    /// <summary>Whether the model may call a tool at all.</summary>
    public required bool AllowsCalls { get; init; }

    /// <summary>Whether it may call more than one at once.</summary>
    public required bool AllowsParallelCalls { get; init; }

    /// <summary>The call that the request demands and that no tool has answered yet.</summary>
    public ToolCall? Demanded { get; init; }
}
