using System.Text.Json;

namespace GatewayBench;

/// <summary>A text as a message with one content part.</summary>
internal sealed class OutputMessage : OutputItem
{
    private const int ContentIndex = 0;

    public override string IdPrefix => "msg";

    public override int OpeningEvents => 2;

    public override int ClosingEvents => 3;

    public override void WriteOpening(EventStream events, in OutputPosition at)
    {
        var number = at.FirstEvent;
        WriteItemEvent(events, EventNames.ItemAdded, number, at, WriteEmpty);
        ResponseEvents.Write(
            events,
            EventNames.ContentPartAdded,
            number + 1,
            at,
            static (json, in at) => WriteContentPart(json, at, text: default)
        );
    }

    public override void WritePiece(EventStream events, in OutputPosition at, int piece) =>
        ResponseEvents.Write(
            events,
            EventNames.TextDelta,
            at.FirstEvent + OpeningEvents + piece,
            (at, piece),
            static (json, in of) =>
            {
                WriteContentReference(json, of.at);
                json.WriteString("delta"u8, PartText.Piece(of.at.Part, of.piece));
                WriteNoLogprobs(json);
            }
        );

    public override void WriteClosing(EventStream events, in OutputPosition at)
    {
        var number = at.FirstEvent + OpeningEvents + at.Part.Pieces;
        ResponseEvents.Write(
            events,
            EventNames.TextDone,
            number,
            at,
            static (json, in at) =>
            {
                WriteContentReference(json, at);
                json.WriteString("text"u8, PartText.Whole(at.Part));
                WriteNoLogprobs(json);
            }
        );
        ResponseEvents.Write(
            events,
            EventNames.ContentPartDone,
            number + 1,
            at,
            static (json, in at) => WriteContentPart(json, at, PartText.Whole(at.Part))
        );
        WriteItemEvent(events, EventNames.ItemDone, number + 2, at, Write);
    }

    public override void Write(Utf8JsonWriter json, in OutputPosition at)
    {
        WriteHead(json, at, at.FinalStatus);
        WriteText(json, PartText.Whole(at.Part));
        WriteTail(json);
    }

    private static void WriteEmpty(Utf8JsonWriter json, in OutputPosition at)
    {
        WriteHead(json, at, "in_progress");
        WriteTail(json);
    }

    private static void WriteHead(Utf8JsonWriter json, in OutputPosition at, string status)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, at.Id);
        json.WriteString("type"u8, "message"u8);
        json.WriteString("status"u8, status);
        json.WriteString("role"u8, "assistant"u8);
        json.WriteStartArray("content"u8);
    }

    private static void WriteTail(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteContentPart(
        Utf8JsonWriter json,
        in OutputPosition at,
        ReadOnlySpan<byte> text
    )
    {
        WriteContentReference(json, at);
        json.WritePropertyName("part"u8);
        WriteText(json, text);
    }

    private static void WriteContentReference(Utf8JsonWriter json, in OutputPosition at)
    {
        WriteReference(json, at);
        json.WriteNumber("content_index"u8, ContentIndex);
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "output_text"u8);
        json.WriteStartArray("annotations"u8);
        json.WriteEndArray();
        WriteNoLogprobs(json);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    private static void WriteNoLogprobs(Utf8JsonWriter json)
    {
        json.WriteStartArray("logprobs"u8);
        json.WriteEndArray();
    }
}
