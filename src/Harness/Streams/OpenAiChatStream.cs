using System.Text.Json;
using static GatewayBench.ChunkJson;

namespace GatewayBench;

internal sealed class OpenAiChatStream : StreamFormat
{
    internal override StreamSignals Read(scoped ServerEvent next, StreamedReply reply) =>
        next.Is("error"u8) ? StreamSignals.Error
        : next.Data.SequenceEqual("[DONE]"u8) ? StreamSignals.End
        : ReadWhole(next.Data, reply, ReadChunk);

    private static StreamSignals ReadChunk(ref Utf8JsonReader reader, StreamedReply reply)
    {
        var signals = StreamSignals.Nothing;
        while (Next(ref reader))
        {
            if (Enters(ref reader, "choices"u8))
            {
                signals |= ReadEach(ref reader, reply, ReadChoice);
            }
            else if (Enters(ref reader, "usage"u8))
            {
                signals |= ReadObject(ref reader, reply, ReadUsage);
            }
            else if (Enters(ref reader, "error"u8))
            {
                signals |= ErrorUnlessNull(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        return signals;
    }

    private static StreamSignals ReadChoice(ref Utf8JsonReader reader, StreamedReply reply) =>
        ReadProperty(ref reader, reply, "delta"u8, ReadDelta);

    private static StreamSignals ReadDelta(ref Utf8JsonReader reader, StreamedReply reply)
    {
        var signals = StreamSignals.Nothing;
        while (Next(ref reader))
        {
            if (Enters(ref reader, "content"u8))
            {
                signals |= reply.AddText(ref reader);
            }
            else if (Enters(ref reader, "tool_calls"u8))
            {
                signals |= ReadEach(ref reader, reply, ReadCall);
            }
            else
            {
                reader.Skip();
            }
        }
        return signals;
    }

    private static StreamSignals ReadCall(ref Utf8JsonReader reader, StreamedReply reply)
    {
        var function = Find(ref reader, "function"u8, "index"u8, out var index);
        var arguments = function.TokenType switch
        {
            JsonTokenType.None => default,
            JsonTokenType.StartObject => Find(ref function, "arguments"u8, default, out _),
            var other => throw new JsonException($"{other} where a function belongs"),
        };
        return reply.AddArguments(index, ref arguments);
    }
}
