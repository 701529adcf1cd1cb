using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Gateway;

/// <summary>The JSON schemas by which models are told what a tool takes.</summary>
internal static class ToolSchema
{
    public static JsonElement Of([StringSyntax(StringSyntaxAttribute.Json)] string json) =>
        JsonSerializer.Deserialize(json, ToolJsonContext.Plain.JsonElement);
}
