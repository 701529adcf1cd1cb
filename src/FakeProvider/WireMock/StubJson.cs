using System.Text.Json;

namespace GatewayBench;

/// <summary>How mappings, and the JSON that they are compared with, are read: strictly.</summary>
internal static class StubJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="StubFormatException">It is not one JSON value.</exception>
    public static JsonElement Read(ReadOnlyMemory<byte> utf8, string pointer = "")
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return Checked(document.RootElement.Clone());
        }
        catch (Exception e) when (IsNoJson(e))
        {
            throw new StubFormatException(pointer, $"is not valid JSON: {e.Message}");
        }
    }

    /// <summary>What a request holds, or null where that is no JSON: no reason to refuse it.</summary>
    public static JsonElement? TryRead(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement.Clone();
            return text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase) ? Checked(json) : json;
        }
        catch (Exception e) when (IsNoJson(e))
        {
            return null;
        }
    }

    private static bool IsNoJson(Exception e) =>
        e is JsonException or ArgumentException or InvalidOperationException;

    /// <summary>
    /// An escape such as \ud800 without its other half is valid JSON but no text, and would throw
    /// wherever that text is asked for; writing it all asks for it here.
    /// </summary>
    private static JsonElement Checked(JsonElement json)
    {
        _ = JsonText.Write(json);
        return json;
    }
}
