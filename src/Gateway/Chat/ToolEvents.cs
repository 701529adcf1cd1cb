using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Tells of an agent's tools: a call names its tool, a result only its call.</summary>
internal sealed class ToolEvents
{
    private Dictionary<string, string>? _names;

    /// <returns>Null for contents that are neither a call nor its result.</returns>
    public TurnTool? From(AIContent content)
    {
        switch (content)
        {
            case FunctionCallContent call:
                (_names ??= [])[call.CallId] = call.Name;
                return new TurnTool(call.Name, "started");
            case FunctionResultContent result
                when _names?.Remove(result.CallId, out var name) is true:
                return new TurnTool(name, result.Exception is null ? "succeeded" : "failed");
            default:
                return null;
        }
    }
}
