using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>The answer of <c>POST /api/chat</c>. <c>usage</c> is null if the provider gave none.</summary>
internal sealed record ChatReply(string Reply, string SessionId, ChatUsage? Usage, string? Model)
{
    public static ChatReply From(ChatResponse response, string sessionId) =>
        new(response.Text, sessionId, ChatUsage.From(response.Usage), response.ModelId);
}

/// <summary>Tokens as the provider counted them.</summary>
internal sealed record ChatUsage(long InputTokens, long OutputTokens, long TotalTokens)
{
    public static ChatUsage? From(UsageDetails? usage) =>
        usage is null
            ? null
            : new(
                usage.InputTokenCount ?? 0,
                usage.OutputTokenCount ?? 0,
                usage.TotalTokenCount ?? 0
            );
}
