using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// An update with what its own JSON leaves out: the model's very text of tool calls, which may be no
/// valid JSON, and the pieces in which a stream brought it.
/// </summary>
/// <param name="Update">The update.</param>
/// <param name="Arguments">The arguments of its calls as the model wrote them, in their order.</param>
/// <param name="Fragments">What it brought of calls that aren't whole yet.</param>
internal sealed record KeptUpdate(
    ChatResponseUpdate Update,
    IReadOnlyList<string?>? Arguments,
    IReadOnlyList<ToolCallFragment>? Fragments
)
{
    public static KeptUpdate From(ChatResponseUpdate update)
    {
        var calls = update.Contents.OfType<FunctionCallContent>();
        return new(
            update,
            calls.Any() ? [.. calls.Select(call => call.RawRepresentation as string)] : null,
            update.RawRepresentation as IReadOnlyList<ToolCallFragment>
        );
    }

    /// <summary>The update as it came.</summary>
    public ChatResponseUpdate Restore()
    {
        Update.RawRepresentation = Fragments;
        var call = 0;
        for (var i = 0; i < Update.Contents.Count; i++)
        {
            if (
                Update.Contents[i] is FunctionCallContent kept
                && Arguments?.ElementAtOrDefault(call++) is { } arguments
            )
            {
                Update.Contents[i] = SdkTools.Call(kept.CallId, kept.Name, arguments);
            }
        }
        return Update;
    }
}
