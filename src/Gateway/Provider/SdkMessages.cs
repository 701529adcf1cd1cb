using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Gateway;

/// <summary>Puts messages into the SDK's words. What could not be sent is refused, never left out.</summary>
internal static class SdkMessages
{
    /// <exception cref="NotSupportedException">A role or a content that the provider has no place for.</exception>
    public static List<Sdk.ChatMessage> From(
        IEnumerable<ChatMessage> messages,
        string? instructions = null
    )
    {
        var sent = new List<Sdk.ChatMessage>();
        if (!string.IsNullOrEmpty(instructions))
        {
            sent.Add(new Sdk.SystemChatMessage(instructions));
        }
        foreach (var message in messages)
        {
            Add(message, sent);
        }
        return sent;
    }

    private static void Add(ChatMessage message, List<Sdk.ChatMessage> sent)
    {
        switch (message.Role.Value)
        {
            case "user":
                sent.Add(User(message));
                break;
            case "assistant":
                sent.Add(Assistant(message));
                break;
            case "system":
                sent.Add(
                    new Sdk.SystemChatMessage(SdkContents.TextsOf(message))
                    {
                        ParticipantName = message.AuthorName,
                    }
                );
                break;
            case "developer":
#pragma warning disable OPENAI001 // The SDK calls it experimental; OpenAI's API has had the role for years.
                sent.Add(
                    new Sdk.DeveloperChatMessage(SdkContents.TextsOf(message))
                    {
                        ParticipantName = message.AuthorName,
                    }
                );
#pragma warning restore OPENAI001
                break;
            case "tool":
                sent.AddRange(message.Contents.Select(ToolResult));
                break;
            case var role:
                throw new NotSupportedException(
                    $"A message of role '{role}' cannot be sent: "
                        + "allowed are system, developer, user, assistant and tool."
                );
        }
    }

    private static Sdk.UserChatMessage User(ChatMessage message) =>
        message.Contents is [TextContent text]
            ? new(text.Text) { ParticipantName = message.AuthorName }
            : new(SdkContents.PartsOf(message)) { ParticipantName = message.AuthorName };

    private static Sdk.AssistantChatMessage Assistant(ChatMessage message)
    {
        var calls = new List<Sdk.ChatToolCall>();
        string? refusal = null;
        foreach (var content in message.Contents)
        {
            switch (content)
            {
                case TextContent:
                    break;
                case FunctionCallContent call:
                    calls.Add(SdkTools.From(call));
                    break;
                case ErrorContent { ErrorCode: SdkAnswers.RefusalCode } refused:
                    refusal = refused.Message;
                    break;
                default:
                    throw SdkContents.Refuse(content, message.Role);
            }
        }
        var text = message.Text;
        var sent =
            calls.Count > 0
                ? new Sdk.AssistantChatMessage(calls)
                : new Sdk.AssistantChatMessage(text);
        if (calls.Count > 0 && text.Length > 0)
        {
            sent.Content.Add(Sdk.ChatMessageContentPart.CreateTextPart(text));
        }
        sent.Refusal = refusal;
        sent.ParticipantName = message.AuthorName;
        return sent;
    }

    private static Sdk.ToolChatMessage ToolResult(AIContent content) =>
        content is FunctionResultContent result
            ? new(result.CallId, SdkTools.TextOf(result.Result))
            : throw SdkContents.Refuse(content, ChatRole.Tool);
}
