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
            WriteChoice(json, i, reply.Choices[i]);
        }
        json.WriteEndArray();
        ChatFields.WriteUsage(json, reply);
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, int index, ReplyChoice choice)
    {
        json.WriteStartObject();
        json.WriteNumber("index"u8, index);
        json.WriteStartObject("message"u8);
        json.WriteString("role"u8, "assistant"u8);
        json.WriteString("content"u8, PartText.Whole(choice.Parts[0]));
        json.WriteNull("refusal"u8);
        json.WriteEndObject();
        json.WriteNull("logprobs"u8);
        json.WriteString("finish_reason"u8, ChatFields.FinishReason(choice.Ending));
        json.WriteEndObject();
    }
}
