using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Gateway;

/// <summary>Puts whole answers, and what streamed ones have in common with them, into our words.</summary>
internal static class SdkAnswers
{
    /// <summary>The <see cref="ErrorContent.ErrorCode"/> of a model's refusal; its text is the message.</summary>
    public const string RefusalCode = "refusal";

    public static ChatResponse From(Sdk.ChatCompletion completion)
    {
        var message = new ChatMessage(
            ChatRole.Assistant,
            string.Concat(completion.Content.Select(part => part.Text))
        );
        foreach (var call in completion.ToolCalls)
        {
            message.Contents.Add(
                SdkTools.Call(call.Id, call.FunctionName, call.FunctionArguments.ToString())
            );
        }
        if (completion.Refusal is { } refusal)
        {
            message.Contents.Add(Refused(refusal));
        }
        return new(message)
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason = From(completion.FinishReason),
            Usage = completion.Usage is { } usage ? From(usage) : null,
        };
    }

    public static ErrorContent Refused(string text) => new(text) { ErrorCode = RefusalCode };

    public static ChatFinishReason From(Sdk.ChatFinishReason reason) =>
        reason switch
        {
            Sdk.ChatFinishReason.Stop => ChatFinishReason.Stop,
            Sdk.ChatFinishReason.Length => ChatFinishReason.Length,
            Sdk.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
            Sdk.ChatFinishReason.ToolCalls => ChatFinishReason.ToolCalls,
            Sdk.ChatFinishReason.FunctionCall => new("function_call"),
            _ => new(reason.ToString()),
        };

    public static UsageDetails From(Sdk.ChatTokenUsage usage) =>
        new()
        {
            InputTokenCount = usage.InputTokenCount,
            OutputTokenCount = usage.OutputTokenCount,
            TotalTokenCount = usage.TotalTokenCount,
            CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
            ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
        };
}
