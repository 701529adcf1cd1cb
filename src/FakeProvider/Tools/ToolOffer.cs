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

    /// <param name="tools">Those that can be called.</param>
    /// <param name="choice">What the request says about calling them.</param>
    /// <param name="allowsParallelCalls">Whether more than one may be called at once.</param>
    /// <param name="callsAreDone">Whether the user's question has seen a tool's result.</param>
    /// <exception cref="ApiErrorException">It demands a call that cannot be made.</exception>
    public static ToolOffer From(
        List<OfferedTool> tools,
        ToolChoice choice,
        bool allowsParallelCalls,
        bool callsAreDone
    ) =>
        new()
        {
            AllowsCalls = choice.Mode != ToolChoiceMode.None,
            AllowsParallelCalls = allowsParallelCalls,
            Demanded = DemandedCall(tools, choice, callsAreDone),
        };

    private static ToolCall? DemandedCall(
        List<OfferedTool> tools,
        ToolChoice choice,
        bool callsAreDone
    )
    {
        if (choice.Mode != ToolChoiceMode.Required)
        {
            return null;
        }
        var tool = choice.Name is { } name
            ? tools.Find(tool => tool.Name == name)
                ?? throw ApiErrors.WrongValue("tool_choice", "a function that is in 'tools'")
            : tools.FirstOrDefault()
                ?? throw ApiErrors.Unsupported("tool_choice", "a demand to call a custom tool");
        // A demand that outlived the tool's result would keep an agent's loop from ever ending.
        return callsAreDone ? null : tool.MinimalCall();
    }
}
