using System.Numerics;
using System.Text.Json;

namespace Gateway;

/// <summary>
/// A JSON object of a request, read field by field. A field that is null counts as missing, as it does
/// with OpenAI. What doesn't fit is refused with its path, its value and what is allowed.
/// </summary>
internal readonly struct OpenAiFields
{
    private readonly JsonElement _json;
    private readonly string _path;

    /// <param name="json">What should be an object.</param>
    /// <param name="path">Where it stands, such as <c>messages[0]</c>; empty for the body itself.</param>
    public OpenAiFields(JsonElement json, string path = "")
    {
        (_json, _path) = (json, path);
        if (json.ValueKind is not JsonValueKind.Object)
        {
            throw Refuse(path is "" ? "body" : path, json, "an object is expected");
        }
    }

    public string PathOf(string name) => _path is "" ? name : $"{_path}.{name}";

    /// <summary>Null if it is missing.</summary>
    public JsonElement? Find(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;

    public JsonElement Get(string name, string expected) =>
        Find(name)
        ?? throw OpenAiException.Invalid(
            PathOf(name),
            "missing",
            $"{expected} is expected",
            "missing_required_parameter"
        );

    public string? Text(string name) =>
        Find(name) is { } value ? AsText(value, PathOf(name)) : null;

    public string RequireText(string name) => AsText(Get(name, "a string"), PathOf(name));

    /// <summary>A text that names something, and so is not empty.</summary>
    public string RequireName(string name) =>
        RequireText(name) is { Length: > 0 } text
            ? text
            : throw Refuse(
                PathOf(name),
                Find(name)!.Value,
                "a string that is not empty is expected"
            );

    public bool? Flag(string name) =>
        Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            { } value => throw Refuse(PathOf(name), value, "true or false is expected"),
        };

    public float? Number(string name, float min, float max) =>
        InRange(
            name,
            min,
            max,
            "a number",
            static value => value.TryGetSingle(out var number) ? number : null
        );

    public long? Whole(string name, long min, long max) =>
        InRange(
            name,
            min,
            max,
            "a whole number",
            static value => value.TryGetInt64(out var number) ? number : null
        );

    public OpenAiFields? Object(string name) =>
        Find(name) is { } value ? new OpenAiFields(value, PathOf(name)) : null;

    public OpenAiFields RequireObject(string name) => new(Get(name, "an object"), PathOf(name));

    /// <summary>The elements of an array with their paths; none if it is missing.</summary>
    public IEnumerable<(JsonElement Value, string Path)> Items(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }
        var path = PathOf(name);
        return value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray().Select((item, i) => (item, $"{path}[{i}]"))
            : throw Refuse(path, value, "an array is expected");
    }

    public static string AsText(JsonElement value, string path)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Another kind of value, or escapes that are no Unicode text.
            throw Refuse(path, value, "a string of valid Unicode is expected");
        }
    }

    public static OpenAiException Refuse(string path, JsonElement value, string expected) =>
        OpenAiException.Invalid(path, Quoted.Truncate(value.GetRawText()), expected);

    private T? InRange<T>(string name, T min, T max, string kind, Func<JsonElement, T?> read)
        where T : struct, IComparisonOperators<T, T, bool>
    {
        if (Find(name) is not { } value)
        {
            return null;
        }
        return
            value.ValueKind is JsonValueKind.Number
            && read(value) is { } number
            && number >= min
            && number <= max
            ? number
            : throw Refuse(PathOf(name), value, $"{kind} from {min} to {max} is expected");
    }
}
