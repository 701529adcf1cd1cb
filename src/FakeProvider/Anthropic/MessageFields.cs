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
        json.WriteString("stop_reason"u8, choice is null ? null : StopReason(choice));
        if (choice?.StoppedBy is { } stop)
        {
            json.WriteString("stop_sequence"u8, stop);
        }
        else
        {
            json.WriteNull("stop_sequence"u8);
        }
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

    /// <summary>The fields of a content block but for its text or input.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="reply">Whose.</param>
    /// <param name="part">Which of the reply's parts.</param>
    public static void WriteBlockHead(Utf8JsonWriter json, ModelReply reply, int part)
    {
        if (reply.Choices[0].Parts[part] is ToolCall call)
        {
            json.WriteString("type"u8, "tool_use"u8);
            json.WriteString("id"u8, $"toolu_{reply.PartKey(choice: 0, part):x16}");
            json.WriteString("name"u8, call.Name);
            json.WriteStartObject("caller"u8);
            json.WriteString("type"u8, "direct"u8);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("type"u8, "text"u8);
            json.WriteNull("citations"u8);
        }
    }

    private static string StopReason(ReplyChoice choice) =>
        choice.Ending switch
        {
            ReplyEnding.Length => "max_tokens",
            ReplyEnding.ToolCalls => "tool_use",
            _ => choice.StoppedBy is null ? "end_turn" : "stop_sequence",
        };
}
