using System.Text.Json;

namespace GatewayBench;

/// <summary>Looks up what a JSON schema says; what is of the wrong type counts as not said.</summary>
internal static class SchemaWords
{
    public static JsonElement? Any(JsonElement schema, string word) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(word, out var value)
            ? value
            : null;

    public static string? Text(JsonElement schema, string word) =>
        Any(schema, word) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static JsonElement? Object(JsonElement schema, string word) =>
        Any(schema, word) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static decimal? Number(JsonElement schema, string word) =>
        Any(schema, word) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetDecimal(out var value)
            ? value
            : null;

    /// <summary>A number of things: 0 to the largest int, 0 if not said.</summary>
    public static int Whole(JsonElement schema, string word) =>
        (int)Math.Clamp(Math.Ceiling(Number(schema, word) ?? 0), 0, int.MaxValue);

    /// <summary>The one value, or the first of a few, that it allows.</summary>
    public static JsonElement? Fixed(JsonElement schema) =>
        Any(schema, "const") ?? FirstOf(schema, "enum");

    public static JsonElement? FirstAlternative(JsonElement schema) =>
        FirstOf(schema, "anyOf") ?? FirstOf(schema, "oneOf") ?? FirstOf(schema, "allOf");

    /// <summary>The type, or the first of several; by its other words where it says none.</summary>
    public static string? TypeOf(JsonElement schema) =>
        Text(schema, "type")
        ?? (
            FirstOf(schema, "type") is { ValueKind: JsonValueKind.String } first
                ? first.GetString()
                : null
        )
        ?? (Any(schema, "properties") is not null ? "object" : null)
        ?? (Any(schema, "items") is not null ? "array" : null);

    /// <summary>The required properties, in the order of their list.</summary>
    public static IEnumerable<(string Name, JsonElement Schema)> Required(JsonElement schema)
    {
        if (Any(schema, "required") is not { ValueKind: JsonValueKind.Array } names)
        {
            yield break;
        }
        var seen = new HashSet<string>();
        foreach (var item in names.EnumerateArray())
        {
            if (
                item.ValueKind == JsonValueKind.String
                && item.GetString() is { } name
                && seen.Add(name)
            )
            {
                yield return (
                    name,
                    Object(schema, "properties") is { } all ? Any(all, name) ?? default : default
                );
            }
        }
    }

    private static JsonElement? FirstOf(JsonElement schema, string word) =>
        Any(schema, word) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? list[0]
            : null;
}
