using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>A piece of a streamed answer in OpenAI's form.</summary>
internal record CompletionChunk(
    string Id,
    long Created,
    string Model,
    IReadOnlyList<CompletionChunk.ChunkChoice> Choices
)
{
    public string Object { get; } = "chat.completion.chunk";

    internal sealed record ChunkChoice(Delta Delta, string? FinishReason)
    {
        public int Index { get; }

        /// <summary>Always null: nobody may ask for them.</summary>
        public string? Logprobs { get; }
    }

    /// <summary>What is new; the rest is absent.</summary>
    internal sealed record Delta
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Role { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Content { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Refusal { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<CompletionToolCall>? ToolCalls { get; init; }
    }
}
