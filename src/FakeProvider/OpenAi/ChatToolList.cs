using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Checks the tools that a chat request offers, and takes the functions out of them.</summary>
internal static class ChatToolList
{
    private const int LongestName = 64;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    /// <param name="tools">An array.</param>
    public static List<OfferedTool> Functions(JsonElement tools)
    {
        if (tools.GetArrayLength() == 0)
        {
            throw ApiErrors.EmptyArray("tools");
        }
        var functions = new List<OfferedTool>();
        foreach (var (index, tool) in tools.EnumerateArray().Index())
        {
            var param = $"tools[{index}]";
            if (tool.ValueKind != JsonValueKind.Object)
            {
                throw ApiErrors.WrongType(param, tool.ValueKind, "an object");
            }
            // A custom tool takes a text of its own grammar: it may be offered, but is never called.
            if (Text(tool, "type", param) is var type && type == "function")
            {
                functions.Add(Function(tool, $"{param}.function"));
            }
            else if (type != "custom")
            {
                throw ApiErrors.WrongValue($"{param}.type", "function, custom");
            }
        }
        return functions;
    }

    private static OfferedTool Function(JsonElement tool, string param)
    {
        if (!tool.TryGetProperty("function", out var function))
        {
            throw ApiErrors.Missing(param);
        }
        if (function.ValueKind != JsonValueKind.Object)
        {
            throw ApiErrors.WrongType(param, function.ValueKind, "an object");
        }
        return Described(function, param);
    }

    /// <param name="function">An object with a name and parameters.</param>
    /// <param name="param">What it is called in errors.</param>
    public static OfferedTool Described(JsonElement function, string param)
    {
        var name = Text(function, "name", param);
        if (name.Length is 0 or > LongestName || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw ApiErrors.WrongValue(
                $"{param}.name",
                $"1 to {LongestName} letters, digits, underscores and dashes"
            );
        }
        return new OfferedTool(name, Parameters(function, $"{param}.parameters"));
    }

    private static JsonElement? Parameters(JsonElement function, string param) =>
        !function.TryGetProperty("parameters", out var parameters) ? null
        : parameters.ValueKind is JsonValueKind.Object ? parameters
        : parameters.ValueKind is JsonValueKind.Null ? null
        : throw ApiErrors.WrongType(param, parameters.ValueKind, "a JSON schema");

    public static string Text(JsonElement parent, string name, string param) =>
        !parent.TryGetProperty(name, out var value) ? throw ApiErrors.Missing($"{param}.{name}")
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : throw ApiErrors.WrongType($"{param}.{name}", value.ValueKind, "a string");
}
