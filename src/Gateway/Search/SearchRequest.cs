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
        if (!JsonFields.IsObject(body, errors))
        {
            return null;
        }
        var query = JsonFields.Text(body, "query", errors);
        if (string.IsNullOrWhiteSpace(query) || query.Length > MaxQueryChars)
        {
            var found = query is null ? "missing" : $"'{Quoted.Truncate(query)}'";
            errors.TryAdd(
                "query",
                [
                    $"query is {found}: a text of 1 to {MaxQueryChars} characters that is not blank "
                        + "is expected.",
                ]
            );
        }
        var count = CountIn(body);
        if (count is null)
        {
            var found = Quoted.Truncate(body.GetProperty("count").GetRawText());
            errors["count"] =
            [
                $"count is {found}: a whole number from 1 to {MaxCount} is expected.",
            ];
        }
        return errors.Count > 0 ? null : new(query!, count!.Value);
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
}
