using System.Text.Json;

namespace GatewayBench;

/// <summary>Finds the prompt in a line of a log.</summary>
internal static class PromptLine
{
    /// <returns>Null where there is none.</returns>
    public static string? Read(string line, string? field)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }
        return field is null
            ? PromptFile.PromptOf(line) ?? (line.TrimStart() is ['{', ..] ? null : line.Trim())
            : FieldOf(line, field);
    }

    private static string? FieldOf(string line, string field)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(field, out var value)
                && value.ValueKind == JsonValueKind.String
                && !string.IsNullOrWhiteSpace(value.GetString())
                ? value.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
