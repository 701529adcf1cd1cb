using System.Text.Json;

namespace GatewayBench;

/// <summary>A function that a request lets the model call.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="Parameters">The JSON schema of its arguments; null for any. Lives as long as the
/// request's document.</param>
internal sealed record OfferedTool(string Name, JsonElement? Parameters)
{
    /// <summary>A call with the smallest arguments that its schema allows.</summary>
    /// <exception cref="ApiErrorException">The schema allows none that can be written.</exception>
    public ToolCall MinimalCall() =>
        new(
            Name,
            new ScriptedText(
                Parameters is { } schema ? SchemaInstance.Of(schema) : "{}"u8.ToArray()
            )
        );
}
