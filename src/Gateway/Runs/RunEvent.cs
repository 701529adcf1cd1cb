namespace Gateway;

/// <summary>Something that happened in a run.</summary>
/// <param name="Id">Counts from 1 within the run.</param>
/// <param name="Type">The event's name on the wire.</param>
/// <param name="Data">JSON.</param>
internal sealed record RunEvent(long Id, string Type, string Data)
{
    /// <summary>The run began to wait or to work.</summary>
    public const string Status = "status";

    /// <summary>A piece of the agent's text.</summary>
    public const string Delta = "delta";

    /// <summary>The agent uses a tool.</summary>
    public const string ToolCall = "tool_call";

    /// <summary>The tool has answered.</summary>
    public const string ToolResult = "tool_result";

    /// <summary>Events that are not kept any more; the data says how many.</summary>
    public const string Gap = "gap";

    /// <summary>The run has ended: its last event, with the run itself.</summary>
    public const string End = "end";
}

/// <summary>The data of <see cref="RunEvent.Status"/>.</summary>
internal sealed record RunStatus(string State);

/// <summary>The data of <see cref="RunEvent.Delta"/>.</summary>
internal sealed record RunDelta(string Text);

/// <summary>The data of <see cref="RunEvent.ToolCall"/> and <see cref="RunEvent.ToolResult"/>.</summary>
internal sealed record RunToolStep(string CallId, string? Name);

/// <summary>The data of <see cref="RunEvent.Gap"/>.</summary>
internal sealed record RunGap(long Missed);
