using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Writes the events of a streamed response. Their sequence numbers are a function of the reply and
/// the step, so nothing is kept between them.
/// </summary>
internal static class ResponseEvents
{
    /// <summary>How many events come before those of the output items.</summary>
    public const int AtStart = 2;

    public static void Write<T>(
        EventStream events,
        JsonEncodedText name,
        int number,
        in T of,
        EventStream.Writing<T> write
    ) =>
        events.Write(
            name.EncodedUtf8Bytes,
            (name, number, of, write),
            static (json, in it) =>
            {
                json.WriteStartObject();
                json.WriteString("type"u8, it.name);
                json.WriteNumber("sequence_number"u8, it.number);
                it.write(json, it.of);
                json.WriteEndObject();
            }
        );

    public static void WriteStart(EventStream events, ModelReply reply)
    {
        Write(events, EventNames.Created, 0, reply, WriteUnfinished);
        Write(events, EventNames.InProgress, 1, reply, WriteUnfinished);
    }

    public static void WritePiece(EventStream events, ModelReply reply, in ReplyStep step)
    {
        var at = new OutputPosition(reply, step.Part);
        if (step.Piece == 0)
        {
            at.Item.WriteOpening(events, at);
        }
        at.Item.WritePiece(events, at, step.Piece);
        if (step.Piece == at.Part.Pieces - 1)
        {
            at.Item.WriteClosing(events, at);
        }
    }

    public static void WriteEnd(EventStream events, ModelReply reply)
    {
        WriteEmpty(events, reply);
        var isCut = reply.Choices[0].Ending == ReplyEnding.Length;
        var number = AtStart + OutputPosition.EventsBefore(reply, OutputPosition.Count(reply));
        Write(
            events,
            isCut ? EventNames.Incomplete : EventNames.Completed,
            number,
            reply,
            static (json, in reply) =>
            {
                json.WritePropertyName("response"u8);
                ResponseBody.Write(json, reply);
            }
        );
    }

    // A text without a word has no piece that could open and close it.
    private static void WriteEmpty(EventStream events, ModelReply reply)
    {
        var only = new OutputPosition(reply, 0);
        if (only.Part.Pieces == 0)
        {
            only.Item.WriteOpening(events, only);
            only.Item.WriteClosing(events, only);
        }
    }

    private static void WriteUnfinished(Utf8JsonWriter json, in ModelReply reply)
    {
        json.WritePropertyName("response"u8);
        ResponseBody.WriteUnfinished(json, reply);
    }
}
