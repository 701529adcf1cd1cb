using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// Says what is new in each update of one stream: a piece of text as it came, a call's fragments as
/// they came, or whole calls where there were no fragments.
/// </summary>
internal sealed class CompletionPieces
{
    private bool _fragmented;
    private int _calls;

    /// <summary>The role, which begins every stream; with an empty text if a text follows.</summary>
    public static CompletionChunk.Delta Role(ChatResponseUpdate? first) =>
        new()
        {
            Role = "assistant",
            Content = first?.Contents.Any(content => content is TextContent) is true ? "" : null,
        };

    public IEnumerable<CompletionChunk.Delta> Of(ChatResponseUpdate update)
    {
        if (update.Text is { Length: > 0 } text)
        {
            yield return new() { Content = text };
        }
        if (update.RawRepresentation is IReadOnlyList<ToolCallFragment> fragments)
        {
            _fragmented = true;
            yield return new() { ToolCalls = [.. fragments.Select(CompletionToolCall.From)] };
        }
        foreach (var content in update.Contents)
        {
            if (content is FunctionCallContent call && !_fragmented)
            {
                yield return new() { ToolCalls = [CompletionToolCall.From(call, _calls++)] };
            }
            else if (CompletionHead.IsRefusal(content))
            {
                yield return new() { Refusal = ((ErrorContent)content).Message };
            }
        }
    }
}
