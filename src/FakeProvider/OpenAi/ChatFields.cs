using System.Text.Json;

namespace GatewayBench;

/// <summary>What a completion and the chunks of a streamed one have in common.</summary>
internal static class ChatFields
{
    public static void WriteHead(Utf8JsonWriter json, ModelReply reply, ReadOnlySpan<byte> kind)
    {
        json.WriteString("id"u8, $"chatcmpl-{reply.Request.Prompt.Hash:x16}{reply.Sequence:x}");
        json.WriteString("object"u8, kind);
        json.WriteNumber("created"u8, reply.Created);
        json.WriteString("model"u8, reply.Request.Model);
    }

    public static void WriteUsage(Utf8JsonWriter json, ModelReply reply)
    {
        var prompt = reply.Request.Prompt.Tokens;
        json.WriteStartObject("usage"u8);
        json.WriteNumber("prompt_tokens"u8, prompt);
        json.WriteNumber("completion_tokens"u8, reply.Tokens);
        json.WriteNumber("total_tokens"u8, (long)prompt + reply.Tokens);
        json.WriteEndObject();
    }

    public static ReadOnlySpan<byte> FinishReason(ReplyEnding ending) =>
        ending switch
        {
            ReplyEnding.Length => "length"u8,
            ReplyEnding.ToolCalls => "tool_calls"u8,
            _ => "stop"u8,
        };
}
