using System.Text.Json;

namespace GatewayBench;

/// <summary>One step of a path: from a value to those that it leads to.</summary>
internal sealed class JsonPathStep
{
    private readonly Collecting _collect;

    private JsonPathStep(bool isDefinite, Collecting collect) =>
        (IsDefinite, _collect) = (isDefinite, collect);

    private delegate void Collecting(JsonElement value, JsonElement root, List<JsonElement> found);

    public static JsonPathStep Wildcard { get; } =
        new(false, (value, _, found) => found.AddRange(Children(value)));

    public static JsonPathStep Length { get; } =
        new(
            true,
            (value, _, found) =>
            {
                if (LengthOf(value) is { } length)
                {
                    found.Add(JsonSerializer.SerializeToElement(length));
                }
            }
        );

    /// <summary>Whether it leads to at most one value.</summary>
    public bool IsDefinite { get; }

    public static JsonPathStep Name(string name) =>
        new(true, (value, _, found) => AddProperty(value, name, found));

    public static JsonPathStep Index(int index) =>
        new(
            true,
            (value, _, found) =>
            {
                if (value.ValueKind != JsonValueKind.Array)
                {
                    return;
                }
                var length = value.GetArrayLength();
                var place = index < 0 ? length + index : index;
                if (place >= 0 && place < length)
                {
                    found.Add(value[place]);
                }
            }
        );

    public static JsonPathStep Descendants(string name) =>
        new(false, (value, _, found) => AddDescendants(value, name, found));

    public static JsonPathStep Filter(JsonPathFilter filter) =>
        new(
            false,
            (value, root, found) =>
            {
                switch (value.ValueKind)
                {
                    case JsonValueKind.Array:
                        found.AddRange(value.EnumerateArray().Where(e => filter(e, root)));
                        break;
                    case JsonValueKind.Object when filter(value, root):
                        found.Add(value);
                        break;
                }
            }
        );

    public void Collect(JsonElement value, JsonElement root, List<JsonElement> found) =>
        _collect(value, root, found);

    private static void AddProperty(JsonElement value, string name, List<JsonElement> found)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var property))
        {
            found.Add(property);
        }
    }

    private static void AddDescendants(JsonElement value, string name, List<JsonElement> found)
    {
        AddProperty(value, name, found);
        foreach (var child in Children(value))
        {
            AddDescendants(child, name, found);
        }
    }

    private static IEnumerable<JsonElement> Children(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Select(property => property.Value),
            JsonValueKind.Array => value.EnumerateArray(),
            _ => [],
        };

    private static int? LengthOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.GetArrayLength(),
            JsonValueKind.Object => value.GetPropertyCount(),
            _ => null,
        };
}
