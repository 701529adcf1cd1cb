using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>What a document must look like, wherever it comes from.</summary>
internal sealed class DocumentRules(IOptions<SearchOptions> options)
{
    private const int MaxIdChars = 200;
    private const int MaxTitleChars = 500;

    /// <summary>One document in each line; blank lines are none.</summary>
    /// <exception cref="DocumentException">A line has none.</exception>
    public IEnumerable<Document> ReadLines(TextReader reader)
    {
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, $"line {number}");
            }
        }
    }

    /// <summary>One document in each element.</summary>
    /// <exception cref="DocumentException">It is no array, or an element is no document.</exception>
    public IEnumerable<Document> ReadArray(JsonElement array)
    {
        if (array.ValueKind is not JsonValueKind.Array)
        {
            throw new DocumentException("body", $"{Shown(array)}: an array is expected.");
        }
        return array.EnumerateArray().Select((element, at) => Check(element, $"document {at + 1}"));
    }

    private Document Parse(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Check(json.RootElement, place);
        }
        catch (JsonException e)
        {
            throw new DocumentException(
                place,
                $"no JSON (byte {e.BytePositionInLine + 1}): an object with id, title and text is "
                    + "expected."
            );
        }
    }

    private Document Check(JsonElement json, string place)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            throw new DocumentException(
                place,
                $"{Shown(json)}: an object with id, title and text is expected."
            );
        }
        return new(
            Text(json, "id", MaxIdChars, place),
            Text(json, "title", MaxTitleChars, place),
            Text(json, "text", options.Value.MaxTextChars, place)
        );
    }

    private static string Text(JsonElement json, string field, int maxChars, string place)
    {
        var allowed = $"a text of 1 to {maxChars} characters that is not blank is expected.";
        if (Find(json, field, place) is not { } value)
        {
            throw new DocumentException(place, $"{field} is missing: {allowed}");
        }
        if (StringOf(value) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            throw new DocumentException(place, $"{field} is {Shown(value)}: {allowed}");
        }
        return text.Length <= maxChars
            ? text
            : throw new DocumentException(
                place,
                $"{field} is '{Quoted.Truncate(text)}' of {text.Length} characters: {allowed}"
            );
    }

    private static JsonElement? Find(JsonElement json, string field, string place)
    {
        try
        {
            return json.TryGetProperty(field, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            throw new DocumentException(
                place,
                "a name is no valid Unicode: id, title and text are expected."
            );
        }
    }

    private static string? StringOf(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Escapes that are no Unicode text.
            return null;
        }
    }

    private static string Shown(JsonElement value) => Quoted.Truncate(value.GetRawText());
}
