using System.Text.Json;

namespace GatewayBench;

/// <summary>Writes the data of the events of a streamed message.</summary>
internal static class MessageEvents
{
    // What the real one has sent when the message starts.
    private const int TokensAtStart = 1;

    public static void WriteStart(Utf8JsonWriter json, in ModelReply reply)
    {
        Open(json, "message_start"u8);
        json.WriteStartObject("message"u8);
        MessageFields.WriteHead(json, reply);
        json.WriteStartArray("content"u8);
        json.WriteEndArray();
        MessageFields.WriteEnding(json, choice: null);
        MessageFields.WriteUsage(json, reply, TokensAtStart);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WritePing(Utf8JsonWriter json, in bool _) => WriteBare(json, "ping"u8);

    public static void WriteStop(Utf8JsonWriter json, in bool _) =>
        WriteBare(json, "message_stop"u8);

    public static void WriteBlockStart(
        Utf8JsonWriter json,
        in (ModelReply Reply, ReplyStep Step) of
    )
    {
        Open(json, "content_block_start"u8);
        json.WriteNumber("index"u8, of.Step.Part);
        json.WriteStartObject("content_block"u8);
        MessageFields.WriteBlockHead(json, of.Reply, of.Step.Part);
        if (of.Step.PartOf(of.Reply) is ToolCall)
        {
            json.WriteStartObject("input"u8);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("text"u8, ""u8);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteDelta(Utf8JsonWriter json, in (ModelReply Reply, ReplyStep Step) of)
    {
        var part = of.Step.PartOf(of.Reply);
        var (type, field) =
            part is ToolCall ? ("input_json_delta", "partial_json") : ("text_delta", "text");
        Open(json, "content_block_delta"u8);
        json.WriteNumber("index"u8, of.Step.Part);
        json.WriteStartObject("delta"u8);
        json.WriteString("type"u8, type);
        json.WriteString(field, PartText.Piece(part, of.Step.Piece));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteBlockStop(Utf8JsonWriter json, in int index)
    {
        Open(json, "content_block_stop"u8);
        json.WriteNumber("index"u8, index);
        json.WriteEndObject();
    }

    public static void WriteEnding(Utf8JsonWriter json, in ModelReply reply)
    {
        Open(json, "message_delta"u8);
        json.WriteStartObject("delta"u8);
        MessageFields.WriteEnding(json, reply.Choices[0]);
        json.WriteEndObject();
        MessageFields.WriteUsage(json, reply, reply.Tokens);
        json.WriteEndObject();
    }

    private static void WriteBare(Utf8JsonWriter json, ReadOnlySpan<byte> type)
    {
        Open(json, type);
        json.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter json, ReadOnlySpan<byte> type)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
    }
}
