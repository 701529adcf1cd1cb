using System.Text.Json;

namespace GatewayBench;

/// <summary>Writes a response object in OpenAI's format.</summary>
internal static class ResponseBody
{
    /// <summary>The finished one.</summary>
    public static void Write(Utf8JsonWriter json, in ModelReply reply)
    {
        var isCut = reply.Choices[0].Ending == ReplyEnding.Length;
        json.WriteStartObject();
        WriteHead(json, reply, isCut ? "incomplete" : "completed");
        if (isCut)
        {
            json.WriteStartObject("incomplete_details"u8);
            json.WriteString("reason"u8, "max_output_tokens"u8);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("incomplete_details"u8);
        }
        json.WriteStartArray("output"u8);
        for (var i = 0; i < OutputPosition.Count(reply); i++)
        {
            var at = new OutputPosition(reply, i);
            at.Item.Write(json, at);
        }
        json.WriteEndArray();
        WriteUsage(json, reply);
        json.WriteEndObject();
    }

    /// <summary>The one that a stream begins with.</summary>
    public static void WriteUnfinished(Utf8JsonWriter json, ModelReply reply)
    {
        json.WriteStartObject();
        WriteHead(json, reply, "in_progress");
        json.WriteNull("incomplete_details"u8);
        json.WriteStartArray("output"u8);
        json.WriteEndArray();
        json.WriteNull("usage"u8);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, ModelReply reply, string status)
    {
        var request = (ResponseRequest)reply.Request;
        json.WriteString("id"u8, $"resp_{request.Prompt.Hash:x16}{reply.Sequence:x}");
        json.WriteString("object"u8, "response"u8);
        json.WriteNumber("created_at"u8, reply.Created);
        json.WriteString("status"u8, status);
        json.WriteString("model"u8, request.Model);
        json.WriteNull("error"u8);
        request.Echo.Write(json);
    }

    private static void WriteUsage(Utf8JsonWriter json, ModelReply reply)
    {
        var prompt = reply.Request.Prompt.Tokens;
        json.WriteStartObject("usage"u8);
        json.WriteNumber("input_tokens"u8, prompt);
        json.WriteStartObject("input_tokens_details"u8);
        json.WriteNumber("cached_tokens"u8, 0);
        json.WriteNumber("cache_write_tokens"u8, 0);
        json.WriteEndObject();
        json.WriteNumber("output_tokens"u8, reply.Tokens);
        json.WriteStartObject("output_tokens_details"u8);
        json.WriteNumber("reasoning_tokens"u8, 0);
        json.WriteEndObject();
        json.WriteNumber("total_tokens"u8, (long)prompt + reply.Tokens);
        json.WriteEndObject();
    }
}
