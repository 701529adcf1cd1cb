using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Reads what messages are made of.</summary>
internal static class CompletionContents
{
    private const string TextOrParts = "a string or an array of parts";

    /// <summary>The contents of a message that can only be texts.</summary>
    public static IEnumerable<TextContent> Texts(OpenAiFields message) =>
        Parts(message, part => AsText(part) ?? throw Unknown(part, "text is")).Cast<TextContent>();

    /// <summary>Texts, images and sounds.</summary>
    public static IList<AIContent> OfUser(OpenAiFields message) =>
        [
            .. Parts(
                message,
                part =>
                    (AIContent?)AsText(part)
                    ?? CompletionMedia.Read(part)
                    ?? throw Unknown(part, "text, image_url or input_audio is")
            ),
        ];

    /// <summary>Texts or none, a refusal or none, and the tools that were called.</summary>
    public static IList<AIContent> OfAssistant(OpenAiFields message)
    {
        List<AIContent> contents = [];
        if (message.Find("content") is not null)
        {
            contents.AddRange(
                Parts(
                    message,
                    part =>
                        (AIContent?)AsText(part)
                        ?? AsRefusal(part)
                        ?? throw Unknown(part, "text is")
                )
            );
        }
        if (message.Text("refusal") is { } refusal)
        {
            contents.Add(SdkAnswers.Refused(refusal));
        }
        contents.AddRange(message.Items("tool_calls").Select(item => Call(item.Value, item.Path)));
        return contents.Count > 0
            ? contents
            : throw OpenAiException.Invalid(
                message.PathOf("content"),
                "missing",
                $"{TextOrParts} is expected where there are no tool_calls",
                "missing_required_parameter"
            );
    }

    private static IEnumerable<AIContent> Parts(
        OpenAiFields message,
        Func<OpenAiFields, AIContent> read
    )
    {
        var content = message.Get("content", TextOrParts);
        var path = message.PathOf("content");
        if (content.ValueKind is JsonValueKind.String)
        {
            return [new TextContent(OpenAiFields.AsText(content, path))];
        }
        return content.ValueKind is JsonValueKind.Array
            ? message.Items("content").Select(item => read(new OpenAiFields(item.Value, item.Path)))
            : throw OpenAiFields.Refuse(path, content, $"{TextOrParts} is expected");
    }

    private static TextContent? AsText(OpenAiFields part) =>
        part.RequireText("type") is "text" ? new TextContent(part.RequireText("text")) : null;

    private static ErrorContent? AsRefusal(OpenAiFields part) =>
        part.RequireText("type") is "refusal"
            ? SdkAnswers.Refused(part.RequireText("refusal"))
            : null;

    private static FunctionCallContent Call(JsonElement value, string path)
    {
        var call = new OpenAiFields(value, path);
        var function = call.RequireObject("function");
        return SdkTools.Call(
            call.RequireName("id"),
            function.RequireName("name"),
            function.RequireText("arguments")
        );
    }

    private static OpenAiException Unknown(OpenAiFields part, string expected) =>
        OpenAiFields.Refuse(part.PathOf("type"), part.Find("type")!.Value, $"{expected} expected");
}
