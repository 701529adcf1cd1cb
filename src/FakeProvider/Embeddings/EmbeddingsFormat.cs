using System.Buffers;
using System.Diagnostics;
using System.Text.Json;

namespace GatewayBench;

/// <summary>OpenAI's embeddings, which are never streamed.</summary>
internal sealed class EmbeddingsFormat : OpenAiFormat
{
    public override ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    ) => EmbeddingRequestReader.Read(body, seed, deployment);

    public override void WriteReply(Utf8JsonWriter json, in ModelReply reply) =>
        EmbeddingsBody.Write(json, (EmbeddingRequest)reply.Request);

    public override void WriteStart(EventStream events, ModelReply reply) =>
        throw new UnreachableException();

    public override void WritePiece(EventStream events, ModelReply reply, in ReplyStep step) =>
        throw new UnreachableException();

    public override void WriteEnd(EventStream events, ModelReply reply) =>
        throw new UnreachableException();
}
