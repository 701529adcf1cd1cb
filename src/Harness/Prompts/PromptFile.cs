using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads a file of prompts, one JSON object in a line.</summary>
internal static class PromptFile
{
    private const string Allowed =
        "a JSON object with prompt, a text, or messages, an array of {\"role\", \"content\"} with one of the user; neither empty";

    private const int MostShown = 80;
    private const int MostOfClass = PromptClasses.LongestName;

    public static IReadOnlyList<FeedPrompt> Read(string path)
    {
        using var reader = new StreamReader(path);
        return Read(reader, path);
    }

    /// <param name="reader">The file.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">A line can't be used, or there is none.</exception>
    public static IReadOnlyList<FeedPrompt> Read(TextReader reader, string name)
    {
        var prompts = new List<FeedPrompt>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            var prompt =
                Parse(line)
                ?? throw new InvalidDataException(
                    $"{name}, line {number}: '{Shown(line)}' is no prompt; allowed: {Allowed}."
                );
            RequireClass(prompt, $"{name}, line {number}");
            prompts.Add(prompt);
        }
        var classes = prompts.Select(prompt => prompt.Class).Where(one => one is not null);
        return classes.Distinct().Count() is > PromptClasses.MostNamed and var count
                ? throw new InvalidDataException(
                    $"{name} has prompts of {count} classes; allowed: at most {PromptClasses.MostNamed}."
                )
            : prompts.Count > 0 ? prompts
            : throw new InvalidDataException($"{name} holds no prompt; allowed: {Allowed}.");
    }

    /// <summary>The text of one line.</summary>
    /// <returns>Null where it has none.</returns>
    public static string? PromptOf(string line) => Parse(line)?.Text;

    private static void RequireClass(FeedPrompt prompt, string where)
    {
        if (prompt.Class is { } name && (name.Trim().Length == 0 || name.Length > MostOfClass))
        {
            throw new InvalidDataException(
                $"{where}: '{Shown(name)}' is no class; allowed: 1 to {MostOfClass} characters, not only blanks."
            );
        }
    }

    private static FeedPrompt? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }
            var text = Text(json.RootElement) is { } raw ? Markers.Without(raw) : null;
            var name = json.RootElement.TryGetProperty("class", out var value)
                ? TextOf(value)
                : null;
            return string.IsNullOrWhiteSpace(text) ? null : new FeedPrompt(text, name);
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
