using System.Text.Json;

namespace Gateway;

/// <summary>Reads the fields of a body that somebody else wrote.</summary>
internal static class JsonFields
{
    /// <summary>Adds an error unless the body is an object.</summary>
    public static bool IsObject(JsonElement body, IDictionary<string, string[]> errors)
    {
        if (body.ValueKind is JsonValueKind.Object)
        {
            return true;
        }
        errors["body"] = [$"body is {Shown(body)}: a JSON object is expected."];
        return false;
    }

    /// <returns>Null if it is not there, is null or is no text, which adds an error.</returns>
    public static string? Text(JsonElement body, string field, IDictionary<string, string[]> errors)
    {
        if (!body.TryGetProperty(field, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Another kind of value, or escapes that are no Unicode text.
            errors[field] = [$"{field} is {Shown(value)}: a string of valid Unicode is expected."];
            return null;
        }
    }

    /// <returns>False if it is not there, is null or is neither true nor false, which adds an error.</returns>
    public static bool Flag(JsonElement body, string field, IDictionary<string, string[]> errors)
    {
        if (
            body.TryGetProperty(field, out var value)
            && value.ValueKind
                is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null)
        )
        {
            errors[field] = [$"{field} is {Shown(value)}: true or false is expected."];
        }
        return value.ValueKind is JsonValueKind.True;
    }

    private static string Shown(JsonElement value) => Quoted.Truncate(value.GetRawText());
}
