using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GatewayBench.Tests.Bench;

/// <summary>As much of JSON Schema as ours needs; a keyword that it doesn't know fails the test.</summary>
internal static class SchemaCheck
{
    private static readonly string[] NoConstraint = ["$schema", "title", "description"];

    /// <returns>A JSON pointer for each value that is not allowed, or missing.</returns>
    public static IEnumerable<string> Errors(JsonNode schema, JsonNode? value, string at = "") =>
        schema
            .AsObject()
            .Where(word => !NoConstraint.Contains(word.Key))
            .SelectMany(word => Errors(schema, word.Key, word.Value!, value, at))
            .Distinct();

    private static IEnumerable<string> Errors(
        JsonNode schema,
        string word,
        JsonNode rule,
        JsonNode? value,
        string at
    ) =>
        word switch
        {
            "type" => Unless(IsOf(rule, value), at),
            "enum" => Unless(rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)), at),
            "const" => Unless(JsonNode.DeepEquals(rule, value), at),
            "minimum" => Unless(Number(value) is not { } n || n >= (double)rule, at),
            "maximum" => Unless(Number(value) is not { } n || n <= (double)rule, at),
            "pattern" => Unless(
                value?.GetValueKind() != JsonValueKind.String
                    || Regex.IsMatch((string)value!, (string)rule!),
                at
            ),
            "minItems" => Unless(value is not JsonArray list || list.Count >= (int)rule, at),
            "items" => value is JsonArray all
                ? all.SelectMany((item, i) => Errors(rule, item, $"{at}/{i}"))
                : [],
            "required" => value is JsonObject map
                ? rule.AsArray()
                    .Select(name => (string)name!)
                    .Where(name => !map.ContainsKey(name))
                    .Select(name => $"{at}/{name}")
                : [],
            "properties" => value is JsonObject map
                ? map.Where(entry => rule[entry.Key] is not null)
                    .SelectMany(entry => Errors(rule[entry.Key]!, entry.Value, $"{at}/{entry.Key}"))
                : [],
            "additionalProperties" => value is JsonObject map
                ? map.Where(entry => schema["properties"]?[entry.Key] is null)
                    .SelectMany(entry =>
                        rule is JsonObject of
                            ? Errors(of, entry.Value, $"{at}/{entry.Key}")
                            : Unless((bool)rule, $"{at}/{entry.Key}")
                    )
                : [],
            _ => throw new NotSupportedException($"The check does not know '{word}'."),
        };

    private static IEnumerable<string> Unless(bool holds, string at) => holds ? [] : [at];

    private static bool IsOf(JsonNode types, JsonNode? value) =>
        types is JsonArray several
            ? several.Any(one => IsOf(one!, value))
            : (string)types!
                == value?.GetValueKind() switch
                {
                    JsonValueKind.Object => "object",
                    JsonValueKind.Array => "array",
                    JsonValueKind.String => "string",
                    JsonValueKind.True or JsonValueKind.False => "boolean",
                    JsonValueKind.Number => (string)types! == "integer"
                    && value.ToJsonString().All(char.IsAsciiDigit)
                        ? "integer"
                        : "number",
                    _ => "null",
                };

    private static double? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? (double)value : null;
}
