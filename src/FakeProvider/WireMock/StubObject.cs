using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// An object of a mapping with the keys that it may have: any other is refused by name, so that no
/// part of a mapping is ever ignored.
/// </summary>
internal readonly struct StubObject
{
    private readonly JsonElement _json;

    /// <exception cref="StubFormatException">It is no object, or has a key that is not
    /// supported.</exception>
    public StubObject(JsonElement json, string pointer, ReadOnlySpan<string> supported)
    {
        (_json, Pointer) = (json, pointer);
        Require(json, pointer, JsonValueKind.Object, "an object");
        foreach (var property in json.EnumerateObject())
        {
            if (!supported.Contains(property.Name))
            {
                throw new StubFormatException(
                    PointerTo(property.Name),
                    $"is not supported; supported: {string.Join(", ", supported)}."
                );
            }
        }
    }

    public string Pointer { get; }

    public string PointerTo(string key) => Join(Pointer, key);

    public static string Join(string pointer, string key) =>
        $"{pointer}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public JsonElement? Value(string key) =>
        _json.TryGetProperty(key, out var value) ? value : null;

    public string? Text(string key) => Value(key) is { } value ? Text(value, PointerTo(key)) : null;

    public bool? Flag(string key) =>
        Value(key) switch
        {
            null => null,
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            { } other => throw WrongType(PointerTo(key), other, "true or false"),
        };

    public int? Integer(string key, int min, int max) =>
        Value(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
        && number >= min
        && number <= max
            ? number
        : throw WrongType(PointerTo(key), value, $"a whole number from {min} to {max}");

    public double? Number(string key, Func<double, bool> isAllowed, string allowed) =>
        Value(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number)
        && isAllowed(number)
            ? number
        : throw WrongType(PointerTo(key), value, allowed);

    /// <summary>The one of several keys that is there, or null; two of them are refused.</summary>
    public string? OneOf(params ReadOnlySpan<string> keys)
    {
        string? found = null;
        foreach (var key in keys)
        {
            if (Value(key) is null)
            {
                continue;
            }
            if (found is not null)
            {
                throw new StubFormatException(PointerTo(key), $"cannot be beside '{found}'.");
            }
            found = key;
        }
        return found;
    }

    public static string Text(JsonElement value, string pointer)
    {
        Require(value, pointer, JsonValueKind.String, "a string");
        return value.GetString()!;
    }

    public static void Require(
        JsonElement value,
        string pointer,
        JsonValueKind kind,
        string expected
    )
    {
        if (value.ValueKind != kind)
        {
            throw WrongType(pointer, value, expected);
        }
    }

    private static StubFormatException WrongType(string pointer, JsonElement value, string expected)
    {
        const int Shown = 40;
        var text = value.GetRawText();
        text = text.Length > Shown ? $"{text[..Shown]}..." : text;
        return new StubFormatException(pointer, $"is {text}; allowed: {expected}.");
    }
}
