using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads a file of prompts, one JSON object in a line.</summary>
internal static class PromptFile
{
    private const string Allowed =
        "a JSON object with prompt, a text, or messages, an array of {\"role\", \"content\"} with one of the user; neither empty";

    private const int MostShown = 80;

    public static IReadOnlyList<string> Read(string path)
    {
        using var reader = new StreamReader(path);
        return Read(reader, path);
    }

    /// <param name="reader">The file.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">A line can't be used, or there is none.</exception>
    public static IReadOnlyList<string> Read(TextReader reader, string name)
    {
        var prompts = new List<string>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            prompts.Add(
                PromptOf(line)
                    ?? throw new InvalidDataException(
                        $"{name}, line {number}: '{Shown(line)}' is no prompt; allowed: {Allowed}."
                    )
            );
        }
        return prompts.Count > 0
            ? prompts
            : throw new InvalidDataException($"{name} holds no prompt; allowed: {Allowed}.");
    }

    /// <summary>The text of one line.</summary>
    /// <returns>Null where it has none.</returns>
    public static string? PromptOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var text =
                json.RootElement.ValueKind == JsonValueKind.Object ? Text(json.RootElement) : null;
            text = text is null ? null : Markers.Without(text);
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement line) =>
        line.TryGetProperty("prompt", out var prompt) ? TextOf(prompt)
        : line.TryGetProperty("messages", out var messages)
        && messages.ValueKind == JsonValueKind.Array
            ? messages.EnumerateArray().Where(IsOfUser).Select(Content).LastOrDefault()
        : null;

    private static bool IsOfUser(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty("role", out var role)
        && TextOf(role) == "user";

    private static string? Content(JsonElement message) =>
        message.TryGetProperty("content", out var content) ? TextOf(content) : null;

    private static string? TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Shown(string line) =>
        line.Length <= MostShown ? line : line[..MostShown] + "...";
}
