using System.Text.Json;

namespace GatewayBench;

/// <summary>A value in a JSON text that somebody wrote by hand, which knows where it is.</summary>
/// <param name="Value">The value.</param>
/// <param name="Path">Where it is: the text's name, and the way from its root.</param>
internal readonly record struct JsonPlace(JsonElement Value, string Path)
{
    private const int LongestQuote = 80;

    /// <exception cref="ArgumentException">It is something else, or has other properties.</exception>
    public JsonPlace RequireObject(params ReadOnlySpan<string> properties)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            throw Refuse("an object");
        }
        foreach (var property in Value.EnumerateObject())
        {
            if (!properties.Contains(property.Name))
            {
                throw At(property.Name, property.Value)
                    .Refuse($"no such property, only {string.Join(", ", properties)}");
            }
        }
        return this;
    }

    public JsonPlace? Property(string name) =>
        Value.TryGetProperty(name, out var value) ? At(name, value) : null;

    public JsonPlace RequireProperty(string name) =>
        Property(name) ?? throw Refuse($"an object with '{name}'");

    public string Text() =>
        Value.ValueKind == JsonValueKind.String ? Value.GetString()! : throw Refuse("a string");

    /// <summary>The items of an array that has at least one.</summary>
    public IEnumerable<JsonPlace> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.GetArrayLength() == 0)
        {
            throw Refuse("an array of at least one");
        }
        var path = Path;
        return Value.EnumerateArray().Select((item, i) => new JsonPlace(item, $"{path}[{i}]"));
    }

    public ArgumentException Refuse(string allowed)
    {
        var text = Value.GetRawText();
        return InvalidOption.Exception(
            Path,
            text.Length > LongestQuote ? $"{text[..LongestQuote]}..." : text,
            allowed
        );
    }

    private JsonPlace At(string name, JsonElement value) => new(value, $"{Path}.{name}");
}
