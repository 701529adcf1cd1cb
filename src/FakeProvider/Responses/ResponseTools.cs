using System.Globalization;
using System.Text.Json;

namespace GatewayBench;

/// <summary>What a request for a response says of tools. Only functions are ever called.</summary>
internal static class ResponseTools
{
    private const string ChoiceParam = "tool_choice";

    /// <param name="echo">Of the whole request.</param>
    /// <param name="callsAreDone">Whether the user's question has seen a tool's result.</param>
    /// <exception cref="ApiErrorException">The tools, or what is demanded of them, are refused.</exception>
    public static ToolOffer? Offer(ResponseEcho echo, bool callsAreDone)
    {
        var choice = Choice(echo);
        if (echo.Of("tools") is not { } json)
        {
            return choice.Mode != ToolChoiceMode.Required
                ? null
                : throw ApiErrors.NeedsTools(ChoiceParam);
        }
        using var tools = JsonDocument.Parse(json);
        return new ToolOffer
        {
            AllowsCalls = choice.Mode != ToolChoiceMode.None,
            AllowsParallelCalls = echo.Of("parallel_tool_calls") is not [(byte)'f', ..],
            Demanded = ChatTools.Demanded(Functions(tools.RootElement), choice, callsAreDone),
        };
    }

    private static List<OfferedTool> Functions(JsonElement tools)
    {
        var functions = new List<OfferedTool>();
        var index = 0;
        foreach (var tool in tools.EnumerateArray())
        {
            var param = string.Create(CultureInfo.InvariantCulture, $"tools[{index++}]");
            if (tool.ValueKind != JsonValueKind.Object)
            {
                throw ApiErrors.WrongType(param, tool.ValueKind, "an object");
            }
            if (ChatToolList.Text(tool, "type", param) == "function")
            {
                functions.Add(ChatToolList.Described(tool, param));
            }
        }
        return functions;
    }

    private static ToolChoice Choice(ResponseEcho echo)
    {
        if (echo.Of(ChoiceParam) is not { } json)
        {
            return ToolChoice.Auto;
        }
        using var document = JsonDocument.Parse(json);
        var choice = document.RootElement;
        return choice.ValueKind == JsonValueKind.String
            ? Mode(choice.GetString()!)
            : ChatToolList.Text(choice, "type", ChoiceParam) switch
            {
                "function" => ToolChoice.Named(ChatToolList.Text(choice, "name", ChoiceParam)),
                var other => throw ApiErrors.Unsupported(
                    $"{ChoiceParam}.type",
                    $"a '{ChoiceParam}' of the type '{other}'; allowed: function"
                ),
            };
    }

    private static ToolChoice Mode(string mode) =>
        mode switch
        {
            "auto" => ToolChoice.Auto,
            "none" => ToolChoice.None,
            "required" => ToolChoice.Required,
            _ => throw ApiErrors.WrongValue(ChoiceParam, "none, auto, required"),
        };
}
