using System.Text.Json;

namespace Gateway;

/// <summary>A search that has passed the rules.</summary>
internal sealed record SearchRequest(string Query, int Count)
{
    private const int MaxQueryChars = 1_000;
    private const int DefaultCount = 5;
    private const int MaxCount = 50;

    /// <summary>Each broken rule is reported under its field's name with the value and what is allowed.</summary>
    /// <returns>Null if a rule is broken.</returns>
    public static SearchRequest? Check(JsonElement body, IDictionary<string, string[]> errors)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            errors["body"] = [$"body is {Shown(body)}: a JSON object is expected."];
            return null;
        }
        var query = QueryIn(body);
        if (query is null)
        {
            var found = body.TryGetProperty("query", out var value) ? Shown(value) : "missing";
            errors["query"] =
            [
                $"query is {found}: a text of 1 to {MaxQueryChars} characters that is not blank is "
                    + "expected.",
            ];
        }
        var count = CountIn(body);
        if (count is null)
        {
            errors["count"] =
            [
                $"count is {Shown(body.GetProperty("count"))}: a whole number from 1 to {MaxCount} "
                    + "is expected.",
            ];
        }
        return errors.Count > 0 ? null : new(query!, count!.Value);
    }

    private static string? QueryIn(JsonElement body)
    {
        if (
            !body.TryGetProperty("query", out var value)
            || value.ValueKind is not JsonValueKind.String
        )
        {
            return null;
        }
        try
        {
            var query = value.GetString()!;
            return string.IsNullOrWhiteSpace(query) || query.Length > MaxQueryChars ? null : query;
        }
        catch (InvalidOperationException)
        {
            // Escapes that are no Unicode text.
            return null;
        }
    }

    private static int? CountIn(JsonElement body)
    {
        if (!body.TryGetProperty("count", out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return DefaultCount;
        }
        return
            value.ValueKind is JsonValueKind.Number
            && value.TryGetInt32(out var count)
            && count is >= 1 and <= MaxCount
            ? count
            : null;
    }

    private static string Shown(JsonElement value) => Quoted.Truncate(value.GetRawText());
}
