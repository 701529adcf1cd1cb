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
        var index = 0;
        var arguments = default(Utf8JsonReader);
        while (Next(ref reader))
        {
            if (Enters(ref reader, "index"u8))
            {
                index = Count(ref reader);
            }
            else if (Enters(ref reader, "function"u8))
            {
                arguments = ArgumentsOf(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        // The index may stand behind them.
        return reply.AddArguments(index, ref arguments);
    }

    /// <returns>A reader on them; on nothing where there are none.</returns>
    private static Utf8JsonReader ArgumentsOf(scoped ref Utf8JsonReader reader)
    {
        var arguments = default(Utf8JsonReader);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"{reader.TokenType} where a function belongs");
        }
        while (Next(ref reader))
        {
            if (Enters(ref reader, "arguments"u8))
            {
                arguments = reader;
            }
            reader.Skip();
        }
        return arguments;
    }
}
