using System.Text.Json;
using System.Text.Unicode;

namespace GatewayBench;

/// <summary>What a completion and the chunks of a streamed one have in common.</summary>
internal static class ChatFields
{
    /// <summary>Bytes of an id: its prefix and two numbers in hexadecimal digits.</summary>
    private const int Longest = 9 + 16 + 16;

    public static void WriteHead(Utf8JsonWriter json, ModelReply reply, ReadOnlySpan<byte> kind)
    {
        WriteId(json, reply);
        json.WriteString("object"u8, kind);
        json.WriteNumber("created"u8, reply.Created);
        json.WriteString("model"u8, reply.Request.Model);
    }

    /// <summary>A part of a reply that is a call: what comes before its arguments.</summary>
    public static void WriteCallStart(Utf8JsonWriter json, ModelReply reply, in ReplyStep step)
    {
        Span<byte> id = stackalloc byte[Longest];
        Utf8.TryWrite(id, $"call_{reply.PartKey(step.Choice, step.Part):x16}", out var length);
        json.WriteString("id"u8, id[..length]);
        json.WriteString("type"u8, "function"u8);
        json.WriteStartObject("function"u8);
        json.WriteString("name"u8, ((ToolCall)step.PartOf(reply)).Name);
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

    // Written for every chunk, so not by way of a string.
    private static void WriteId(Utf8JsonWriter json, ModelReply reply)
    {
        Span<byte> id = stackalloc byte[Longest];
        Utf8.TryWrite(
            id,
            $"chatcmpl-{reply.Request.Prompt.Hash:x16}{reply.Sequence:x}",
            out var length
        );
        json.WriteString("id"u8, id[..length]);
    }

    public static ReadOnlySpan<byte> FinishReason(ReplyEnding ending) =>
        ending switch
        {
            ReplyEnding.Length => "length"u8,
            ReplyEnding.ToolCalls => "tool_calls"u8,
            _ => "stop"u8,
        };
}
