using System.Text.Json;

namespace GatewayBench;

/// <summary>Writes a whole message in Anthropic's format.</summary>
internal static class MessageBody
{
    public static void Write(Utf8JsonWriter json, in ModelReply reply)
    {
        var choice = reply.Choices[0];
        json.WriteStartObject();
        MessageFields.WriteHead(json, reply);
        json.WriteStartArray("content"u8);
        for (var i = 0; i < choice.Parts.Count; i++)
        {
            // An empty text is no block, as in a stream.
            if (choice.Parts[i].Pieces > 0)
            {
                WriteBlock(json, reply, i);
            }
        }
        json.WriteEndArray();
        MessageFields.WriteEnding(json, choice);
        MessageFields.WriteUsage(json, reply, reply.Tokens);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, ModelReply reply, int index)
    {
        var part = reply.Choices[0].Parts[index];
        json.WriteStartObject();
        MessageFields.WriteBlockHead(json, reply, index);
        if (part is ToolCall)
        {
            WriteInput(json, PartText.Whole(part));
        }
        else
        {
            json.WriteString("text"u8, PartText.Whole(part));
        }
        json.WriteEndObject();
    }

    /// <summary>
    /// A call's arguments as the object that they are, or as a text where a script spoilt them: the
    /// body stays JSON.
    /// </summary>
    private static void WriteInput(Utf8JsonWriter json, ReadOnlySpan<byte> arguments)
    {
        if (IsJson(arguments))
        {
            json.WritePropertyName("input"u8);
            json.WriteRawValue(arguments, skipInputValidation: true);
        }
        else
        {
            json.WriteString("input"u8, arguments);
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            while (reader.Read()) { }
            return reader.BytesConsumed > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
