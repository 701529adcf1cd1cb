using System.Text.Json;

namespace GatewayBench;

/// <summary>Writes a whole message in Anthropic's format.</summary>
internal static class MessageBody
{
    public static void Write(Utf8JsonWriter json, in ModelReply reply)
    {
        var choice = reply.Choices[0];
        json.WriteStartObject();
        MessageFields.WriteHead(json, reply);
        json.WriteStartArray("content"u8);
        foreach (var part in choice.Parts)
        {
            WriteBlock(json, part);
        }
        json.WriteEndArray();
        MessageFields.WriteEnding(json, choice);
        MessageFields.WriteUsage(json, reply, reply.Tokens);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, ReplyPart part)
    {
        json.WriteStartObject();
        MessageFields.WriteBlockHead(json, part);
        json.WriteString("text"u8, PartText.Whole(part));
        json.WriteEndObject();
    }
}
