using Microsoft.Extensions.AI;

namespace Gateway.Tests;

/// <summary>How a model was asked, once.</summary>
internal sealed record AskedModel(
    IReadOnlyList<ChatMessage> Messages,
    ChatOptions? Options,
    CancellationToken Cancelled
)
{
    public IEnumerable<string> Tools => Options?.Tools?.Select(tool => tool.Name) ?? [];

    public string Question => Messages.Last(message => message.Role == ChatRole.User).Text;

    /// <summary>The results of tools that it was told last.</summary>
    public IEnumerable<string> Results =>
        Messages[^1].Contents.OfType<FunctionResultContent>().Select(r => (string)r.Result!);
}
