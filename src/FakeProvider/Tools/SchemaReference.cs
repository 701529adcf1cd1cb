using System.Text.Json;

namespace GatewayBench;

/// <summary>Follows a JSON schema's references within its own document.</summary>
internal static class SchemaReference
{
    private const int Most = 32;

    /// <returns>What the schema refers to, or itself.</returns>
    /// <exception cref="ApiErrorException">It refers to nothing, or in a circle.</exception>
    public static JsonElement Resolve(JsonElement root, JsonElement schema)
    {
        var target = schema;
        for (var followed = 0; SchemaWords.Text(target, "$ref") is { } reference; followed++)
        {
            target =
                followed < Most && Find(root, reference) is { } found
                    ? found
                    : throw ApiErrors.WrongValue(
                        "tools",
                        $"references that lead to a schema (not '{reference}')"
                    );
        }
        return target;
    }

    private static JsonElement? Find(JsonElement root, string reference)
    {
        if (reference != "#" && !reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }
        JsonElement? found = root;
        // As RFC 6901 escapes them: first the slash, then the tilde.
        foreach (var step in reference.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            found = found is { } parent ? SchemaWords.Any(parent, name) : null;
        }
        return found;
    }
}
