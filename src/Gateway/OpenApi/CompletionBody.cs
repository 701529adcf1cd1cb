using System.Text.Json.Nodes;

namespace Gateway;

/// <summary>
/// What the document says of the body of <c>POST /v1/chat/completions</c>, which is read field by field
/// (<see cref="CompletionRequestReader"/>). What has several forms is anything here.
/// </summary>
internal sealed record CompletionBody(
    string Model,
    IReadOnlyList<CompletionBody.Message> Messages,
    bool? Stream = null,
    CompletionBody.Streaming? StreamOptions = null,
    float? Temperature = null,
    float? TopP = null,
    float? FrequencyPenalty = null,
    float? PresencePenalty = null,
    int? MaxTokens = null,
    int? MaxCompletionTokens = null,
    long? Seed = null,
    JsonNode? Stop = null,
    string? ReasoningEffort = null,
    JsonObject? ResponseFormat = null,
    IReadOnlyList<JsonObject>? Tools = null,
    JsonNode? ToolChoice = null,
    bool? ParallelToolCalls = null,
    string? User = null
)
{
    internal sealed record Streaming(bool? IncludeUsage = null);

    internal sealed record Message(
        string Role,
        JsonNode? Content = null,
        string? Name = null,
        string? Refusal = null,
        IReadOnlyList<JsonObject>? ToolCalls = null,
        string? ToolCallId = null
    );
}
