using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Writes a chat completion in OpenAI's format.</summary>
internal static class ChatReplyWriter
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_text;

    public static void Write(Utf8JsonWriter json, in ChatReply reply)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, $"chatcmpl-{reply.Prompt.Hash:x16}{reply.Sequence:x}");
        json.WriteString("object"u8, "chat.completion"u8);
        json.WriteNumber("created"u8, reply.Created);
        json.WriteString("model"u8, reply.Model);
        json.WriteStartArray("choices"u8);
        WriteChoice(json, reply);
        json.WriteEndArray();
        WriteUsage(json, reply.Prompt.Tokens, reply.ReplyTokens);
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, in ChatReply reply)
    {
        var text = t_text ??= new ArrayBufferWriter<byte>();
        text.ResetWrittenCount();
        ReplyText.Write(text, reply.Prompt.Hash, reply.ReplyTokens);

        json.WriteStartObject();
        json.WriteNumber("index"u8, 0);
        json.WriteStartObject("message"u8);
        json.WriteString("role"u8, "assistant"u8);
        json.WriteString("content"u8, text.WrittenSpan);
        json.WriteNull("refusal"u8);
        json.WriteEndObject();
        json.WriteNull("logprobs"u8);
        json.WriteString("finish_reason"u8, reply.IsCut ? "length"u8 : "stop"u8);
        json.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter json, int promptTokens, int replyTokens)
    {
        json.WriteStartObject("usage"u8);
        json.WriteNumber("prompt_tokens"u8, promptTokens);
        json.WriteNumber("completion_tokens"u8, replyTokens);
        json.WriteNumber("total_tokens"u8, (long)promptTokens + replyTokens);
        json.WriteEndObject();
    }
}
