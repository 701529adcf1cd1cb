using System.Text.Json;

namespace GatewayBench;

/// <summary>What the readers of streamed JSON have in common.</summary>
internal static class ChunkJson
{
    public delegate StreamSignals Reading(ref Utf8JsonReader reader, StreamedReply reply);

    /// <summary>Reads data that is one JSON object with nothing behind it.</summary>
    /// <param name="data">The event's.</param>
    /// <param name="reply">What it is added to.</param>
    /// <param name="read">Called with the reader on the object's start; leaves it on its end.</param>
    public static StreamSignals ReadWhole(
        ReadOnlySpan<byte> data,
        StreamedReply reply,
        Reading read
    )
    {
        var reader = new Utf8JsonReader(data);
        reader.Read();
        var signals = ReadObject(ref reader, reply, read);
        // Makes the reader look at what follows the object: only white space is allowed.
        reader.Read();
        return signals;
    }

    /// <summary>Reads an object, or nothing where a null stands for it.</summary>
    public static StreamSignals ReadObject(
        ref Utf8JsonReader reader,
        StreamedReply reply,
        Reading read
    ) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => read(ref reader, reply),
            JsonTokenType.Null => StreamSignals.Nothing,
            var other => throw new JsonException($"{other} where an object belongs"),
        };

    /// <summary>Reads each object of an array, or nothing where a null stands for it.</summary>
    public static StreamSignals ReadEach(
        ref Utf8JsonReader reader,
        StreamedReply reply,
        Reading read
    )
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return StreamSignals.Nothing;
        }
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"{reader.TokenType} where an array belongs");
        }
        var signals = StreamSignals.Nothing;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            signals |= ReadObject(ref reader, reply, read);
        }
        return signals;
    }

    /// <summary>Reads an object that is a property's value; the other properties are skipped.</summary>
    public static StreamSignals ReadProperty(
        ref Utf8JsonReader reader,
        StreamedReply reply,
        ReadOnlySpan<byte> name,
        Reading read
    )
    {
        var signals = StreamSignals.Nothing;
        while (Next(ref reader))
        {
            if (Enters(ref reader, name))
            {
                signals |= ReadObject(ref reader, reply, read);
            }
            else
            {
                reader.Skip();
            }
        }
        return signals;
    }

    /// <summary>Reads over an object for a value in it and the number of what it belongs to.</summary>
    /// <param name="reader">On the object's start; afterwards on its end.</param>
    /// <param name="name">Of the value.</param>
    /// <param name="number">The name of the number, wherever it stands; empty for none.</param>
    /// <param name="index">The number; 0 where there is none.</param>
    /// <returns>A reader on the value; on nothing where there is none.</returns>
    public static Utf8JsonReader Find(
        scoped ref Utf8JsonReader reader,
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> number,
        out int index
    )
    {
        index = 0;
        var value = default(Utf8JsonReader);
        while (Next(ref reader))
        {
            if (Enters(ref reader, name))
            {
                value = reader;
            }
            else if (Enters(ref reader, number))
            {
                index = Count(ref reader);
            }
            reader.Skip();
        }
        return value;
    }

    /// <summary>Moves from an object's start, or from the end of a value in it, to its next property.</summary>
    public static bool Next(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves to the value of a property if that is its name.</summary>
    public static bool Enters(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.ValueTextEquals(name) && reader.Read();

    /// <summary>Skips all that is in an object.</summary>
    public static StreamSignals Ignore(ref Utf8JsonReader reader, StreamedReply reply)
    {
        reader.Skip();
        return StreamSignals.Nothing;
    }

    /// <summary>A number of tokens from 0.</summary>
    public static int Count(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var count) && count >= 0
            ? count
            : throw new JsonException("no number from 0 where one belongs");

    /// <summary>Whether a failure came in place of a null.</summary>
    public static StreamSignals ErrorUnlessNull(ref Utf8JsonReader reader)
    {
        var isError = reader.TokenType != JsonTokenType.Null;
        reader.Skip();
        return isError ? StreamSignals.Error : StreamSignals.Nothing;
    }

    /// <summary>The tokens of the reply, in the words of any provider.</summary>
    public static StreamSignals ReadUsage(ref Utf8JsonReader reader, StreamedReply reply)
    {
        var signals = StreamSignals.Nothing;
        while (Next(ref reader))
        {
            if (Enters(ref reader, "completion_tokens"u8) || Enters(ref reader, "output_tokens"u8))
            {
                reply.Usage = Count(ref reader);
                signals = StreamSignals.Usage;
            }
            else
            {
                reader.Skip();
            }
        }
        return signals;
    }
}
