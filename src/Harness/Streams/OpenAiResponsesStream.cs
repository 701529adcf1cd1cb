using System.Text.Json;
using static GatewayBench.ChunkJson;

namespace GatewayBench;

internal sealed class OpenAiResponsesStream : StreamFormat
{
    internal override StreamSignals Read(scoped ServerEvent next, StreamedReply reply) =>
        next.Is("error"u8) || next.Is("response.failed"u8) ? StreamSignals.Error
        : next.Is("response.output_text.delta"u8) ? ReadWhole(next.Data, reply, ReadText)
        : next.Is("response.function_call_arguments.delta"u8)
            ? ReadWhole(next.Data, reply, ReadArguments)
        : next.Is("response.completed"u8) || next.Is("response.incomplete"u8)
            ? ReadWhole(next.Data, reply, ReadEnd) | StreamSignals.End
        : ReadWhole(next.Data, reply, Ignore);

    private static StreamSignals ReadText(ref Utf8JsonReader reader, StreamedReply reply)
    {
        var delta = DeltaOf(ref reader, out _);
        return reply.AddText(ref delta);
    }

    private static StreamSignals ReadArguments(ref Utf8JsonReader reader, StreamedReply reply)
    {
        var delta = DeltaOf(ref reader, out var index);
        return reply.AddArguments(index, ref delta);
    }

    private static Utf8JsonReader DeltaOf(scoped ref Utf8JsonReader reader, out int index)
    {
        var delta = Find(ref reader, "delta"u8, "output_index"u8, out index);
        return delta.TokenType == JsonTokenType.String
            ? delta
            : throw new JsonException("a delta without a text");
    }

    private static StreamSignals ReadEnd(ref Utf8JsonReader reader, StreamedReply reply) =>
        ReadProperty(ref reader, reply, "response"u8, ReadResponse);

    private static StreamSignals ReadResponse(ref Utf8JsonReader reader, StreamedReply reply) =>
        ReadProperty(ref reader, reply, "usage"u8, ReadUsage);
}
