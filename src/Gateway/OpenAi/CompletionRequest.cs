using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>A request for a completion that could be read, in our own words.</summary>
/// <param name="Messages">The conversation so far.</param>
/// <param name="Options">Everything that is passed on to the provider, the model's name included.</param>
/// <param name="Stream">Whether the answer is wanted piece by piece.</param>
/// <param name="IncludeUsage">Whether a stream ends with what was counted.</param>
internal sealed record CompletionRequest(
    IReadOnlyList<ChatMessage> Messages,
    ChatOptions Options,
    bool Stream,
    bool IncludeUsage
);
