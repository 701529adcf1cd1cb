using System.Text.Json;

namespace GatewayBench;

/// <summary>What the readers of OpenAI's request bodies have in common.</summary>
internal static class RequestFields
{
    public delegate T Reading<T>(ref Utf8JsonReader reader, in RequestSource source);

    /// <summary>Reads one JSON object with nothing behind it.</summary>
    /// <param name="source">Its body is read; all of it is handed on.</param>
    /// <param name="read">Called with the reader on the object's start; leaves it on its end.</param>
    /// <exception cref="ApiErrorException">It is no JSON object, or <paramref name="read"/> refuses
    /// it.</exception>
    public static T ReadObject<T>(in RequestSource source, Reading<T> read)
    {
        var reader = new Utf8JsonReader(source.Body);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw ApiErrors.NotAnObject();
            }
            var value = read(ref reader, source);
            // Makes the reader look at what follows the object: only white space is allowed.
            reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            throw ApiErrors.BadJson(e);
        }
        catch (InvalidOperationException)
        {
            // Text that is no valid UTF-8, or half of a surrogate pair, is found only when it is read.
            throw ApiErrors.BadJson();
        }
    }

    public static bool TryEnter(ref Utf8JsonReader reader, ReadOnlySpan<byte> property) =>
        reader.ValueTextEquals(property) && reader.Read();

    public static string ReadModel(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw ApiErrors.WrongType("model", reader.TokenType, "a string");
        }
        var model = reader.GetString();
        return string.IsNullOrEmpty(model) ? throw ApiErrors.Missing("model") : model;
    }

    public static int? ReadPositive(
        ref Utf8JsonReader reader,
        string param,
        int most = int.MaxValue
    )
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw ApiErrors.WrongType(param, reader.TokenType, "an integer");
        }
        return reader.TryGetInt32(out var value) && value > 0 && value <= most
            ? value
            : throw ApiErrors.WrongValue(param, $"an integer from 1 to {most}");
    }

    /// <summary>Where an array lies in the body, in bytes; empty for null.</summary>
    /// <param name="reader">On the value; afterwards on its last token.</param>
    /// <param name="param">What it is called.</param>
    public static Range ReadArrayRange(ref Utf8JsonReader reader, string param)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw ApiErrors.WrongType(param, reader.TokenType, "an array of objects");
        }
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    public static bool ReadBoolean(ref Utf8JsonReader reader, string param) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            var other => throw ApiErrors.WrongType(param, other, "a boolean"),
        };
}
