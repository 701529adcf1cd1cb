using System.Text.Json;

namespace GatewayBench;

/// <summary>Checks the tools that a messages request offers, and takes those that can be called.</summary>
internal static class MessageToolList
{
    /// <summary>
    /// The tools of the client. Those of the provider, which have a type of their own, may be offered
    /// but are never called.
    /// </summary>
    /// <param name="tools">An array.</param>
    public static List<OfferedTool> Callable(JsonElement tools)
    {
        var callable = new List<OfferedTool>();
        var index = 0;
        foreach (var tool in tools.EnumerateArray())
        {
            var path = $"tools.{index++}";
            if (tool.ValueKind != JsonValueKind.Object)
            {
                throw ApiErrors.WrongType(path, tool.ValueKind, "an object");
            }
            var name = Text(tool, "name", path) ?? throw ApiErrors.Missing($"{path}.name");
            if (name.Length == 0)
            {
                throw ApiErrors.WrongValue($"{path}.name", "a text that is not empty");
            }
            if (Text(tool, "type", path) is null or "custom")
            {
                callable.Add(new OfferedTool(name, Schema(tool, $"{path}.input_schema")));
            }
        }
        return callable;
    }

    private static JsonElement Schema(JsonElement tool, string path) =>
        !tool.TryGetProperty("input_schema", out var schema) ? throw ApiErrors.Missing(path)
        : schema.ValueKind == JsonValueKind.Object ? schema
        : throw ApiErrors.WrongType(path, schema.ValueKind, "a JSON schema");

    private static string? Text(JsonElement tool, string name, string path) =>
        !tool.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw ApiErrors.WrongType($"{path}.{name}", value.ValueKind, "a string");
}
