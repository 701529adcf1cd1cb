using System.Text.Json;
using static GatewayBench.ChunkJson;

namespace GatewayBench;

internal sealed class DeltaStream : StreamFormat
{
    internal override StreamSignals Read(scoped ServerEvent next, StreamedReply reply) =>
        next.Is("delta"u8) ? ReadWhole(next.Data, reply, ReadDelta)
        : next.Is("done"u8) ? ReadDone(next.Data, reply) | StreamSignals.End
        : next.Is("error"u8) ? StreamSignals.Error
        : next.Is("ping"u8) ? StreamSignals.Ping
        : StreamSignals.Nothing;

    private static StreamSignals ReadDelta(ref Utf8JsonReader reader, StreamedReply reply)
    {
        var signals = StreamSignals.Nothing;
        var hasText = false;
        while (Next(ref reader))
        {
            if (Enters(ref reader, "text"u8))
            {
                hasText = true;
                signals |= reply.AddText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        return hasText ? signals : throw new JsonException("a delta without a text");
    }

    /// <summary>The marker may be a bare word, such as <c>[DONE]</c>.</summary>
    private static StreamSignals ReadDone(ReadOnlySpan<byte> data, StreamedReply reply) =>
        data is [(byte)'{', ..] ? ReadWhole(data, reply, ReadSummary) : StreamSignals.Nothing;

    private static StreamSignals ReadSummary(ref Utf8JsonReader reader, StreamedReply reply) =>
        ReadProperty(ref reader, reply, "usage"u8, ReadUsage);
}
