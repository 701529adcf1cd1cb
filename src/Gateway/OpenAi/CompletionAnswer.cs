using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>A whole answer in OpenAI's form.</summary>
internal sealed record CompletionAnswer(
    string Id,
    long Created,
    string Model,
    IReadOnlyList<CompletionAnswer.AnswerChoice> Choices,
    CompletionUsage? Usage
)
{
    public string Object { get; } = "chat.completion";

    /// <param name="response">What the provider answered.</param>
    /// <param name="head">What it may have left out.</param>
    public static CompletionAnswer From(ChatResponse response, CompletionHead head)
    {
        var contents = response.Messages.SelectMany(message => message.Contents).ToList();
        var calls = contents
            .OfType<FunctionCallContent>()
            .Select(call => CompletionToolCall.From(call))
            .ToList();
        var text = response.Text;
        var message = new AnswerMessage(
            text.Length == 0 && calls.Count > 0 ? null : text,
            contents.OfType<ErrorContent>().FirstOrDefault(CompletionHead.IsRefusal)?.Message
        )
        {
            ToolCalls = calls.Count > 0 ? calls : null,
        };
        return new CompletionAnswer(
            response.ResponseId ?? head.Id,
            response.CreatedAt?.ToUnixTimeSeconds() ?? head.Created,
            response.ModelId ?? head.Model,
            [
                new AnswerChoice(
                    message,
                    response.FinishReason?.Value ?? ChatFinishReason.Stop.Value
                ),
            ],
            CompletionUsage.From(response.Usage)
        );
    }

    internal sealed record AnswerChoice(AnswerMessage Message, string FinishReason)
    {
        public int Index { get; }

        /// <summary>Always null: nobody may ask for them.</summary>
        public string? Logprobs { get; }
    }

    internal sealed record AnswerMessage(string? Content, string? Refusal)
    {
        public string Role { get; } = "assistant";

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<CompletionToolCall>? ToolCalls { get; init; }
    }
}
