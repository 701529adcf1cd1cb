using System.Text.Json;

namespace Gateway;

/// <summary>
/// Reads chunks that hold a piece of text and nothing else of interest, as nearly all do. The SDK makes
/// a document and a dozen objects of each; it is left to read all those that are not so plain.
/// </summary>
internal static class TextChunk
{
    private const int Properties = 4;

    /// <param name="chunk">The data of one event.</param>
    /// <param name="head">That of the chunks before it, which this one must have.</param>
    /// <returns>The text, maybe empty; null if there may be more to the chunk, or it is broken.</returns>
    public static string? TryRead(ReadOnlySpan<byte> chunk, in ChunkHead head)
    {
        var reader = new Utf8JsonReader(chunk);
        try
        {
            // Once more behind the end: nothing but white space may follow.
            return TryRead(ref reader, head, out var text) && !reader.Read() ? text : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The SDK trips over it as well, and then it is known what it means.
            return null;
        }
    }

    private static bool TryRead(ref Utf8JsonReader reader, in ChunkHead head, out string? text)
    {
        text = null;
        var known = 0;
        var fits = reader.Read() && reader.TokenType is JsonTokenType.StartObject;
        while (fits && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            known++;
            if (Enters(ref reader, "id"u8))
            {
                fits = reader.ValueTextEquals(head.Id);
            }
            else if (Enters(ref reader, "model"u8))
            {
                fits = head.Model is { } model && reader.ValueTextEquals(model);
            }
            else if (Enters(ref reader, "created"u8))
            {
                fits =
                    reader.TryGetInt64(out var seconds)
                    && seconds == head.CreatedAt.ToUnixTimeSeconds();
            }
            else if (Enters(ref reader, "choices"u8))
            {
                fits = TryReadChoice(ref reader, out text);
            }
            else
            {
                known--;
                fits = IsNothing(ref reader, "usage"u8);
            }
        }
        return fits && known == Properties;
    }

    /// <summary>One choice that goes on.</summary>
    private static bool TryReadChoice(ref Utf8JsonReader reader, out string? text)
    {
        text = null;
        var fits =
            reader.TokenType is JsonTokenType.StartArray
            && reader.Read()
            && reader.TokenType is JsonTokenType.StartObject;
        while (fits && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            fits = Enters(ref reader, "delta"u8)
                ? TryReadDelta(ref reader, out text)
                : IsNothing(ref reader, "finish_reason"u8);
        }
        return fits
            && text is not null
            && reader.Read()
            && reader.TokenType is JsonTokenType.EndArray;
    }

    private static bool TryReadDelta(ref Utf8JsonReader reader, out string? text)
    {
        text = null;
        var fits = reader.TokenType is JsonTokenType.StartObject;
        while (fits && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Enters(ref reader, "content"u8))
            {
                fits = reader.TokenType is JsonTokenType.String;
                text = fits ? reader.GetString() : null;
            }
            else
            {
                // A role, a refusal, a call of a tool, or what nobody has thought of yet.
                reader.Read();
                fits = reader.TokenType is JsonTokenType.Null;
            }
        }
        return fits;
    }

    /// <summary>Passes over a property unless it is the one that must be null, and is not.</summary>
    private static bool IsNothing(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (Enters(ref reader, name))
        {
            return reader.TokenType is JsonTokenType.Null;
        }
        reader.Skip();
        return true;
    }

    /// <summary>Goes on to the property's value if that is its name.</summary>
    private static bool Enters(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.ValueTextEquals(name) && reader.Read();
}
