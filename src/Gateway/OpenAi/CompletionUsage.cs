using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Tokens as the provider counted them, in OpenAI's words.</summary>
internal sealed record CompletionUsage(long PromptTokens, long CompletionTokens, long TotalTokens)
{
    /// <summary>Absent where the provider told no details.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PromptDetails? PromptTokensDetails { get; init; }

    /// <summary>Absent where the provider told no details.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompletionDetails? CompletionTokensDetails { get; init; }

    public static CompletionUsage? From(UsageDetails? usage) =>
        usage is null
            ? null
            : new(
                usage.InputTokenCount ?? 0,
                usage.OutputTokenCount ?? 0,
                usage.TotalTokenCount ?? 0
            )
            {
                PromptTokensDetails = usage.CachedInputTokenCount is { } cached
                    ? new(cached)
                    : null,
                CompletionTokensDetails = usage.ReasoningTokenCount is { } reasoning
                    ? new(reasoning)
                    : null,
            };

    internal sealed record PromptDetails(long CachedTokens);

    internal sealed record CompletionDetails(long ReasoningTokens);
}
