using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Reads <c>messages</c>.</summary>
internal static class CompletionMessages
{
    public static List<ChatMessage> Read(OpenAiFields body)
    {
        var all = body.Get("messages", "an array of messages");
        var messages = body.Items("messages")
            .Select(item => One(new OpenAiFields(item.Value, item.Path)))
            .ToList();
        return messages.Count > 0
            ? messages
            : throw OpenAiFields.Refuse("messages", all, "at least one message is expected");
    }

    private static ChatMessage One(OpenAiFields message) =>
        message.RequireText("role") switch
        {
            "system" => new(ChatRole.System, Texts(message)) { AuthorName = message.Text("name") },
            "developer" => new(new ChatRole("developer"), Texts(message))
            {
                AuthorName = message.Text("name"),
            },
            "user" => new(ChatRole.User, CompletionContents.OfUser(message))
            {
                AuthorName = message.Text("name"),
            },
            "assistant" => new(ChatRole.Assistant, CompletionContents.OfAssistant(message))
            {
                AuthorName = message.Text("name"),
            },
            "tool" => new(ChatRole.Tool, [Result(message)]),
            _ => throw OpenAiFields.Refuse(
                message.PathOf("role"),
                message.Find("role")!.Value,
                "system, developer, user, assistant or tool is expected"
            ),
        };

    private static IList<AIContent> Texts(OpenAiFields message) =>
        [.. CompletionContents.Texts(message)];

    private static FunctionResultContent Result(OpenAiFields message) =>
        new(
            message.RequireName("tool_call_id"),
            string.Concat(CompletionContents.Texts(message).Select(text => text.Text))
        );
}
