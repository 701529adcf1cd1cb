using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// What a message and the events of a streamed one have in common. What this fake never has is null,
/// as it is in the types of Anthropic's SDKs.
/// </summary>
internal static class MessageFields
{
    /// <summary>The message's fields but for its content, its ending and its usage.</summary>
    public static void WriteHead(Utf8JsonWriter json, ModelReply reply)
    {
        json.WriteString("id"u8, $"msg_{reply.Request.Prompt.Hash:x16}{reply.Sequence:x}");
        json.WriteString("type"u8, "message"u8);
        json.WriteString("role"u8, "assistant"u8);
        json.WriteString("model"u8, reply.Request.Model);
        json.WriteNull("diagnostics"u8);
    }

    public static void WriteEnding(Utf8JsonWriter json, ReplyChoice? choice)
    {
        json.WriteString("stop_reason"u8, choice is null ? null : StopReason(choice.Ending));
        json.WriteNull("stop_sequence"u8);
        json.WriteNull("stop_details"u8);
        json.WriteNull("container"u8);
    }

    /// <param name="json">Where to.</param>
    /// <param name="reply">Whose.</param>
    /// <param name="outputTokens">Those that have been sent.</param>
    public static void WriteUsage(Utf8JsonWriter json, ModelReply reply, int outputTokens)
    {
        json.WriteStartObject("usage"u8);
        json.WriteNumber("input_tokens"u8, reply.Request.Prompt.Tokens);
        json.WriteNumber("cache_creation_input_tokens"u8, 0);
        json.WriteNumber("cache_read_input_tokens"u8, 0);
        json.WriteNumber("output_tokens"u8, outputTokens);
        json.WriteNull("output_tokens_details"u8);
        json.WriteNull("server_tool_use"u8);
        json.WriteEndObject();
    }

    /// <summary>The beginning of a content block, which is left open.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="part">What it holds.</param>
    public static void WriteBlockHead(Utf8JsonWriter json, ReplyPart part)
    {
        json.WriteString("type"u8, "text"u8);
        json.WriteNull("citations"u8);
    }

    private static string StopReason(ReplyEnding ending) =>
        ending switch
        {
            ReplyEnding.Length => "max_tokens",
            ReplyEnding.ToolCalls => "tool_use",
            _ => "end_turn",
        };
}
