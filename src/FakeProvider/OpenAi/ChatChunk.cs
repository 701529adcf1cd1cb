using System.Text.Json;

namespace GatewayBench;

/// <summary>Writes the chunks of a streamed chat completion.</summary>
internal static class ChatChunk
{
    public static void WriteRole(Utf8JsonWriter json, in (ModelReply Reply, int Choice) of)
    {
        WriteStart(json, of.Reply, of.Choice);
        json.WriteString("role"u8, "assistant"u8);
        if (of.Reply.Choices[of.Choice].Parts[0] is ToolCall)
        {
            json.WriteNull("content"u8);
        }
        else
        {
            json.WriteString("content"u8, ""u8);
        }
        WriteEnd(json, of.Reply, finishReason: default);
    }

    public static void WritePiece(Utf8JsonWriter json, in (ModelReply Reply, ReplyStep Step) of)
    {
        WriteStart(json, of.Reply, of.Step.Choice);
        if (of.Step.PartOf(of.Reply) is ToolCall)
        {
            WriteCall(json, of.Reply, of.Step);
        }
        else
        {
            json.WriteString("content"u8, PartText.Piece(of.Step.PartOf(of.Reply), of.Step.Piece));
        }
        WriteEnd(json, of.Reply, finishReason: default);
    }

    public static void WriteEnding(Utf8JsonWriter json, in (ModelReply Reply, int Choice) of)
    {
        WriteStart(json, of.Reply, of.Choice);
        WriteEnd(json, of.Reply, ChatFields.FinishReason(of.Reply.Choices[of.Choice].Ending));
    }

    public static void WriteUsage(Utf8JsonWriter json, in ModelReply reply)
    {
        json.WriteStartObject();
        ChatFields.WriteHead(json, reply, "chat.completion.chunk"u8);
        json.WriteStartArray("choices"u8);
        json.WriteEndArray();
        ChatFields.WriteUsage(json, reply);
        json.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter json, ModelReply reply, in ReplyStep step)
    {
        json.WriteStartArray("tool_calls"u8);
        json.WriteStartObject();
        json.WriteNumber("index"u8, step.Part);
        if (step.Piece == 0)
        {
            ChatFields.WriteCallStart(json, reply, step);
        }
        else
        {
            json.WriteStartObject("function"u8);
        }
        json.WriteString("arguments"u8, PartText.Piece(step.PartOf(reply), step.Piece));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteStart(Utf8JsonWriter json, ModelReply reply, int choice)
    {
        json.WriteStartObject();
        ChatFields.WriteHead(json, reply, "chat.completion.chunk"u8);
        json.WriteStartArray("choices"u8);
        json.WriteStartObject();
        json.WriteNumber("index"u8, choice);
        json.WriteStartObject("delta"u8);
    }

    private static void WriteEnd(
        Utf8JsonWriter json,
        ModelReply reply,
        ReadOnlySpan<byte> finishReason
    )
    {
        json.WriteEndObject();
        json.WriteNull("logprobs"u8);
        if (finishReason.IsEmpty)
        {
            json.WriteNull("finish_reason"u8);
        }
        else
        {
            json.WriteString("finish_reason"u8, finishReason);
        }
        json.WriteEndObject();
        json.WriteEndArray();
        // With the usage at the end, all chunks before it say that theirs is not known.
        if (reply.Request.WantsUsage)
        {
            json.WriteNull("usage"u8);
        }
        json.WriteEndObject();
    }
}
