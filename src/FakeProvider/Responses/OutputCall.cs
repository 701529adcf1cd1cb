using System.Text.Json;

namespace GatewayBench;

/// <summary>A tool call as an item of its own. Its first piece opens it, the others are arguments.</summary>
internal sealed class OutputCall : OutputItem
{
    public override string IdPrefix => "fc";

    public override int OpeningEvents => 0;

    public override int ClosingEvents => 2;

    public override void WriteOpening(EventStream events, in OutputPosition at) { }

    public override void WritePiece(EventStream events, in OutputPosition at, int piece)
    {
        if (piece == 0)
        {
            WriteItemEvent(events, EventNames.ItemAdded, at.FirstEvent, at, WriteEmpty);
            return;
        }
        ResponseEvents.Write(
            events,
            EventNames.ArgumentsDelta,
            at.FirstEvent + piece,
            (at, piece),
            static (json, in of) =>
            {
                WriteReference(json, of.at);
                json.WriteString("delta"u8, PartText.Piece(of.at.Part, of.piece));
            }
        );
    }

    public override void WriteClosing(EventStream events, in OutputPosition at)
    {
        var number = at.FirstEvent + at.Part.Pieces;
        ResponseEvents.Write(
            events,
            EventNames.ArgumentsDone,
            number,
            at,
            static (json, in at) =>
            {
                WriteReference(json, at);
                json.WriteString("name"u8, ((ToolCall)at.Part).Name);
                json.WriteString("arguments"u8, PartText.Whole(at.Part));
            }
        );
        WriteItemEvent(events, EventNames.ItemDone, number + 1, at, Write);
    }

    public override void Write(Utf8JsonWriter json, in OutputPosition at) =>
        Write(json, at, at.FinalStatus, PartText.Whole(at.Part));

    private static void WriteEmpty(Utf8JsonWriter json, in OutputPosition at) =>
        Write(json, at, "in_progress", arguments: default);

    private static void Write(
        Utf8JsonWriter json,
        in OutputPosition at,
        string status,
        ReadOnlySpan<byte> arguments
    )
    {
        json.WriteStartObject();
        json.WriteString("id"u8, at.Id);
        json.WriteString("type"u8, "function_call"u8);
        json.WriteString("status"u8, status);
        json.WriteString("call_id"u8, $"call_{at.Reply.PartKey(choice: 0, at.Index):x16}");
        json.WriteString("name"u8, ((ToolCall)at.Part).Name);
        json.WriteString("arguments"u8, arguments);
        json.WriteEndObject();
    }
}
