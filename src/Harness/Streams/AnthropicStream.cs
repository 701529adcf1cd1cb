using System.Text.Json;
using static GatewayBench.ChunkJson;

namespace GatewayBench;

internal sealed class AnthropicStream : StreamFormat
{
    internal override StreamSignals Read(scoped ServerEvent next, StreamedReply reply) =>
        next.Is("ping"u8) ? StreamSignals.Ping
        : next.Is("error"u8) ? StreamSignals.Error
        : next.Is("content_block_delta"u8) ? ReadWhole(next.Data, reply, ReadBlock)
        : next.Is("message_delta"u8) ? ReadWhole(next.Data, reply, ReadMessage)
        : ReadWhole(next.Data, reply, Ignore)
            | (next.Is("message_stop"u8) ? StreamSignals.End : StreamSignals.Nothing);

    private static StreamSignals ReadMessage(ref Utf8JsonReader reader, StreamedReply reply) =>
        ReadProperty(ref reader, reply, "usage"u8, ReadUsage);

    private static StreamSignals ReadBlock(ref Utf8JsonReader reader, StreamedReply reply)
    {
        var delta = Find(ref reader, "delta"u8, "index"u8, out var index);
        return delta.TokenType == JsonTokenType.StartObject
            ? ReadDelta(ref delta, reply, index)
            : throw new JsonException("a block's delta without a delta");
    }

    private static StreamSignals ReadDelta(
        ref Utf8JsonReader reader,
        StreamedReply reply,
        int index
    )
    {
        var signals = StreamSignals.Nothing;
        while (Next(ref reader))
        {
            if (Enters(ref reader, "text"u8))
            {
                signals |= reply.AddText(ref reader);
            }
            else if (Enters(ref reader, "partial_json"u8))
            {
                signals |= reply.AddArguments(index, ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        return signals;
    }
}
