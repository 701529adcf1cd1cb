using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Reads <c>tools</c> and <c>tool_choice</c>.</summary>
internal static class CompletionTools
{
    private const string Choices =
        "none, auto, required or a function of tools by its name is expected";

    private static readonly JsonElement AnyObject = JsonElement.Parse(
        """{"type":"object","properties":{}}"""
    );

    public static List<AITool>? Read(OpenAiFields body)
    {
        List<AITool> tools = [.. body.Items("tools").Select(item => Read(item.Value, item.Path))];
        return tools.Count > 0 ? tools : null;
    }

    public static ChatToolMode? ReadChoice(OpenAiFields body, List<AITool>? tools)
    {
        if (body.Find("tool_choice") is not { } choice)
        {
            return null;
        }
        ChatToolMode mode =
            choice.ValueKind is JsonValueKind.Object
                ? Named(new OpenAiFields(choice, "tool_choice"), tools)
                : OpenAiFields.AsText(choice, "tool_choice") switch
                {
                    "none" => ChatToolMode.None,
                    "auto" => ChatToolMode.Auto,
                    "required" => ChatToolMode.RequireAny,
                    _ => throw OpenAiFields.Refuse("tool_choice", choice, Choices),
                };
        return tools is not null
            ? mode
            : throw OpenAiFields.Refuse(
                "tool_choice",
                choice,
                "it is allowed only where there are tools"
            );
    }

    private static CallerTool Read(JsonElement value, string path)
    {
        var tool = new OpenAiFields(value, path);
        RequireFunction(tool);
        var function = tool.RequireObject("function");
        return new CallerTool(
            function.RequireName("name"),
            function.Text("description") ?? "",
            // A function without parameters is one that takes none.
            function.Find("parameters")?.Clone()
                ?? AnyObject,
            function.Flag("strict")
        );
    }

    private static RequiredChatToolMode Named(OpenAiFields choice, List<AITool>? tools)
    {
        RequireFunction(choice);
        var function = choice.RequireObject("function");
        var name = function.RequireName("name");
        return tools is null || tools.Exists(tool => tool.Name == name)
            ? ChatToolMode.RequireSpecific(name)
            : throw OpenAiFields.Refuse(
                function.PathOf("name"),
                function.Find("name")!.Value,
                "the name of one of tools is expected"
            );
    }

    private static void RequireFunction(OpenAiFields tool)
    {
        if (tool.RequireText("type") is not "function")
        {
            throw OpenAiFields.Refuse(
                tool.PathOf("type"),
                tool.Find("type")!.Value,
                "function is expected"
            );
        }
    }
}
