using System.Text.Json;

namespace GatewayBench;

/// <summary>How one kind of a reply's parts is written as an output item, whole and in events.</summary>
internal abstract class OutputItem
{
    private static readonly OutputMessage Message = new();
    private static readonly OutputCall Call = new();

    public static OutputItem Of(ReplyPart part) => part is ToolCall ? Call : Message;

    public abstract string IdPrefix { get; }

    /// <summary>How many events come before its first piece.</summary>
    public abstract int OpeningEvents { get; }

    /// <summary>How many events come after its last piece.</summary>
    public abstract int ClosingEvents { get; }

    public abstract void WriteOpening(EventStream events, in OutputPosition at);

    public abstract void WritePiece(EventStream events, in OutputPosition at, int piece);

    public abstract void WriteClosing(EventStream events, in OutputPosition at);

    /// <summary>The whole item.</summary>
    public abstract void Write(Utf8JsonWriter json, in OutputPosition at);

    protected static void WriteItemEvent(
        EventStream events,
        JsonEncodedText name,
        int number,
        in OutputPosition at,
        EventStream.Writing<OutputPosition> write
    ) =>
        ResponseEvents.Write(
            events,
            name,
            number,
            (at, write),
            static (json, in of) =>
            {
                json.WriteNumber("output_index"u8, of.at.Index);
                json.WritePropertyName("item"u8);
                of.write(json, of.at);
            }
        );

    /// <summary>What every event about a part of an item begins with.</summary>
    protected static void WriteReference(Utf8JsonWriter json, in OutputPosition at)
    {
        json.WriteString("item_id"u8, at.Id);
        json.WriteNumber("output_index"u8, at.Index);
    }
}
