using System.Text.Json;

namespace GatewayBench;

/// <summary>Writes a whole chat completion in OpenAI's format.</summary>
internal static class ChatBody
{
    public static void Write(Utf8JsonWriter json, in ModelReply reply)
    {
        json.WriteStartObject();
        ChatFields.WriteHead(json, reply, "chat.completion"u8);
        json.WriteStartArray("choices"u8);
        for (var i = 0; i < reply.Choices.Count; i++)
        {
            WriteChoice(json, reply, i);
        }
        json.WriteEndArray();
        ChatFields.WriteUsage(json, reply);
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, ModelReply reply, int index)
    {
        var choice = reply.Choices[index];
        json.WriteStartObject();
        json.WriteNumber("index"u8, index);
        json.WriteStartObject("message"u8);
        json.WriteString("role"u8, "assistant"u8);
        WriteParts(json, reply, index);
        json.WriteNull("refusal"u8);
        json.WriteEndObject();
        json.WriteNull("logprobs"u8);
        json.WriteString("finish_reason"u8, ChatFields.FinishReason(choice.Ending));
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, ModelReply reply, int choice)
    {
        var parts = reply.Choices[choice].Parts;
        if (parts[0] is not ToolCall)
        {
            json.WriteString("content"u8, PartText.Whole(parts[0]));
            return;
        }
        json.WriteNull("content"u8);
        json.WriteStartArray("tool_calls"u8);
        for (var i = 0; i < parts.Count; i++)
        {
            json.WriteStartObject();
            ChatFields.WriteCallStart(json, reply, new ReplyStep(choice, i, Piece: 0));
            json.WriteString("arguments"u8, PartText.Whole(parts[i]));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
