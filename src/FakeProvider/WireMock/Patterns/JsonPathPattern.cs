using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// matchesJsonPath: what the path finds is something and not null; or, with an inner pattern, one of
/// the values that it finds matches.
/// </summary>
internal sealed class JsonPathPattern(JsonPath path, ValuePattern? inner) : ValuePattern
{
    public override bool Matches(MatchedValue value)
    {
        if ((value.Json ?? AsBareText(value.Text)) is not { } json)
        {
            return value.Text is null && inner == TextPattern.Absent;
        }
        var found = path.Find(json);
        return inner is null ? IsSomething(found) : MatchesInner(inner, found);
    }

    /// <summary>WireMock's parser takes text that opens no object or array for a string.</summary>
    private static JsonElement? AsBareText(string? text) =>
        text is null || text.TrimStart() is "" or ['{' or '[', ..]
            ? null
            : JsonSerializer.SerializeToElement(text);

    private bool IsSomething(List<JsonElement> found) =>
        path.IsDefinite ? found.Exists(IsSomething) : found.Count > 0;

    private static bool IsSomething(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => false,
            JsonValueKind.Array => value.GetArrayLength() > 0,
            JsonValueKind.Object => value.GetPropertyCount() > 0,
            _ => true,
        };

    private bool MatchesInner(ValuePattern pattern, List<JsonElement> found)
    {
        if (pattern is JsonPattern)
        {
            // It is compared with an array as such; any other pattern with each of its elements.
            return path.IsDefinite
                ? found.Exists(value => pattern.Matches(new MatchedValue(JsonText.Of(value))))
                : pattern.Matches(new MatchedValue(JsonText.Of(found)));
        }
        var values = found.SelectMany(Elements).Where(IsNotNull).ToList();
        return values.Count == 0
            ? pattern == TextPattern.Absent
            : values.Exists(value => pattern.Matches(new MatchedValue(JsonText.Of(value))));
    }

    private IEnumerable<JsonElement> Elements(JsonElement value) =>
        path.IsDefinite && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [value];

    private static bool IsNotNull(JsonElement value) => value.ValueKind != JsonValueKind.Null;
}
