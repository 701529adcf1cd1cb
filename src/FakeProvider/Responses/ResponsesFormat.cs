using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>OpenAI's responses. None is stored: a request has to bring its whole conversation.</summary>
internal sealed class ResponsesFormat : OpenAiFormat
{
    public override ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    ) => ResponseRequestReader.Read(body, seed, deployment);

    public override void WriteReply(Utf8JsonWriter json, in ModelReply reply) =>
        ResponseBody.Write(json, reply);

    public override void WriteStart(EventStream events, ModelReply reply) =>
        ResponseEvents.WriteStart(events, reply);

    public override void WritePiece(EventStream events, ModelReply reply, in ReplyStep step) =>
        ResponseEvents.WritePiece(events, reply, step);

    public override void WriteEnd(EventStream events, ModelReply reply) =>
        ResponseEvents.WriteEnd(events, reply);
}
