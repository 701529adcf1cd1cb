using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// Reads what a model passed to a tool. Whatever does not fit is a <see cref="ToolException"/> that
/// names the argument, its value and what is allowed.
/// </summary>
internal static class ToolArguments
{
    extension(AIFunctionArguments arguments)
    {
        /// <summary>A text that must be there and not be blank.</summary>
        public string Text(string name, int maxChars) =>
            arguments.OptionalText(name, maxChars)
            ?? throw Refused(name, "missing", AllowedText(maxChars));

        /// <summary>A text that may be missing: then null.</summary>
        public string? OptionalText(string name, int maxChars) =>
            arguments.Json(name) is { } value ? TextOf(name, value, maxChars) : null;

        /// <summary>A whole number that may be missing: then <paramref name="fallback"/>.</summary>
        public int WholeNumber(string name, int fallback, int min, int max)
        {
            if (arguments.Json(name) is not { } value)
            {
                return fallback;
            }
            return
                value.ValueKind is JsonValueKind.Number
                && value.TryGetInt32(out var number)
                && number >= min
                && number <= max
                ? number
                : throw Refused(name, Shown(value), $"a whole number from {min} to {max}");
        }

        /// <summary>A list of texts that must be there, with at least one in it.</summary>
        public IReadOnlyList<string> Texts(string name, int maxCount, int maxChars)
        {
            var allowed = $"a list of 1 to {maxCount} texts";
            var value = arguments.Json(name) ?? throw Refused(name, "missing", allowed);
            if (value.ValueKind is not JsonValueKind.Array)
            {
                throw Refused(name, Shown(value), allowed);
            }
            var count = value.GetArrayLength();
            return count >= 1 && count <= maxCount
                ? [.. value.EnumerateArray().Select((v, i) => TextOf($"{name}[{i}]", v, maxChars))]
                : throw Refused(name, $"a list of {count}", allowed);
        }

        private JsonElement? Json(string name) =>
            arguments.GetValueOrDefault(name) switch
            {
                null or JsonElement { ValueKind: JsonValueKind.Null } => null,
                JsonElement value => value,
                var value => JsonSerializer.SerializeToElement(
                    value,
                    AIJsonUtilities.DefaultOptions
                ),
            };
    }

    public static ToolException Refused(string name, string found, string allowed) =>
        new($"{name} is {found}: allowed is {allowed}.");

    private static string TextOf(string name, JsonElement value, int maxChars)
    {
        var text = value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        return string.IsNullOrWhiteSpace(text) || text.Length > maxChars
            ? throw Refused(name, Shown(value), AllowedText(maxChars))
            : text;
    }

    private static string AllowedText(int maxChars) => $"a text of 1 to {maxChars} characters";

    private static string Shown(JsonElement value) => Quoted.Truncate(value.GetRawText());
}
