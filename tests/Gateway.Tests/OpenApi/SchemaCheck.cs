using System.Text.Json;
using Microsoft.OpenApi;

namespace Gateway.Tests;

/// <summary>
/// Whether JSON is what a schema of the document says: types, required members, members, elements,
/// and that there are no members that it doesn't name.
/// </summary>
internal static class SchemaCheck
{
    /// <returns>What is wrong, by its path; nothing if all is right.</returns>
    public static IEnumerable<string> Of(IOpenApiSchema schema, JsonElement json, string path = "$")
    {
        var variants = (schema.AnyOf ?? []).Concat(schema.OneOf ?? []).ToList();
        if (variants.Count > 0)
        {
            return variants.Any(variant => !Of(variant, json, path).Any())
                ? []
                : [$"{path} is none of {variants.Count} variants: {json}"];
        }
        return schema.Type is { } type && (type & TypeOf(json)) == 0
            ? [$"{path} is {json.ValueKind}, not {type}"]
            : json.ValueKind switch
            {
                JsonValueKind.Object => OfObject(schema, json, path),
                JsonValueKind.Array when schema.Items is { } items => json.EnumerateArray()
                    .SelectMany((item, i) => Of(items, item, $"{path}[{i}]")),
                _ => [],
            };
    }

    private static IEnumerable<string> OfObject(
        IOpenApiSchema schema,
        JsonElement json,
        string path
    )
    {
        foreach (var name in schema.Required ?? new HashSet<string>())
        {
            if (!json.TryGetProperty(name, out _))
            {
                yield return $"{path}.{name} is missing";
            }
        }
        foreach (var member in json.EnumerateObject())
        {
            var its = schema.Properties?.TryGetValue(member.Name, out var named) is true
                ? named
                : schema.AdditionalProperties;
            // A schema that names no members says nothing about them.
            if (its is null && schema.Properties is { Count: > 0 })
            {
                yield return $"{path}.{member.Name} is not in the document";
            }
            foreach (var wrong in its is null ? [] : Of(its, member.Value, $"{path}.{member.Name}"))
            {
                yield return wrong;
            }
        }
    }

    private static JsonSchemaType TypeOf(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => JsonSchemaType.Null,
            JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
            JsonValueKind.String => JsonSchemaType.String,
            JsonValueKind.Array => JsonSchemaType.Array,
            JsonValueKind.Object => JsonSchemaType.Object,
            _ => json.TryGetInt64(out _)
                ? JsonSchemaType.Integer | JsonSchemaType.Number
                : JsonSchemaType.Number,
        };
}
