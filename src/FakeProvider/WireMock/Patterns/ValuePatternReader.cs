using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads one matcher, such as <c>{"equalTo": "x", "caseInsensitive": true}</c>.</summary>
internal static class ValuePatternReader
{
    private static readonly string[] Matchers =
    [
        "equalTo",
        "contains",
        "doesNotContain",
        "matches",
        "doesNotMatch",
        "equalToJson",
        "matchesJsonPath",
        "absent",
    ];

    private static readonly string[] EqualToKeys = ["equalTo", "caseInsensitive"];
    private static readonly string[] EqualToJsonKeys =
    [
        "equalToJson",
        "ignoreArrayOrder",
        "ignoreExtraElements",
    ];

    public static ValuePattern Read(JsonElement json, string pointer)
    {
        var known = new StubObject(
            json,
            pointer,
            [.. Matchers, .. EqualToKeys, .. EqualToJsonKeys, "expression"]
        );
        var matcher =
            known.OneOf(Matchers)
            ?? throw new StubFormatException(
                pointer,
                $"has no matcher; it needs one of {string.Join(", ", Matchers)}."
            );
        var at = known.PointerTo(matcher);
        string[] keys = matcher switch
        {
            "equalTo" => EqualToKeys,
            "equalToJson" => EqualToJsonKeys,
            _ => [matcher],
        };
        var pattern = new StubObject(json, pointer, keys);
        return matcher switch
        {
            "equalTo" => TextPattern.EqualTo(
                pattern.Text(matcher)!,
                pattern.Flag("caseInsensitive") ?? false
            ),
            "contains" => TextPattern.Contains(pattern.Text(matcher)!),
            "doesNotContain" => TextPattern.DoesNotContain(pattern.Text(matcher)!),
            "matches" => TextPattern.Of(new JavaRegex(pattern.Text(matcher)!, at)),
            "doesNotMatch" => TextPattern.NotOf(new JavaRegex(pattern.Text(matcher)!, at)),
            "equalToJson" => JsonPatternReader.Read(pattern),
            "matchesJsonPath" => ReadJsonPath(pattern.Value(matcher)!.Value, at),
            _ => pattern.Flag(matcher) == true
                ? TextPattern.Absent
                : throw new StubFormatException(at, "is false; allowed: true."),
        };
    }

    private static JsonPathPattern ReadJsonPath(JsonElement json, string pointer)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return new JsonPathPattern(
                JsonPath.Parse(StubObject.Text(json, pointer), pointer),
                null
            );
        }
        StubObject.Require(
            json,
            pointer,
            JsonValueKind.Object,
            "a path, or an object of 'expression' and a matcher"
        );
        if (!json.TryGetProperty("expression", out var expression))
        {
            throw new StubFormatException(pointer, "has no 'expression'.");
        }
        var at = StubObject.Join(pointer, "expression");
        var path = JsonPath.Parse(StubObject.Text(expression, at), at);
        return new JsonPathPattern(path, Read(Without(json, "expression"), pointer));
    }

    private static JsonElement Without(JsonElement json, string key) =>
        JsonSerializer.SerializeToElement(
            json.EnumerateObject()
                .Where(property => property.Name != key)
                .ToDictionary(property => property.Name, property => property.Value)
        );
}
