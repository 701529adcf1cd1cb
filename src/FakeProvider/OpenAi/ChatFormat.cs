using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>OpenAI's chat completions.</summary>
/// <param name="readsUserText">Whether the last message of the user is wanted as text.</param>
internal sealed class ChatFormat(bool readsUserText) : OpenAiFormat
{
    public override ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    ) => ChatRequestReader.Read(body, seed, deployment, readsUserText);

    public override void WriteReply(Utf8JsonWriter json, in ModelReply reply) =>
        ChatBody.Write(json, reply);

    public override void WriteStart(EventStream events, ModelReply reply)
    {
        for (var choice = 0; choice < reply.Choices.Count; choice++)
        {
            events.Write((reply, choice), ChatChunk.WriteRole);
        }
    }

    public override void WritePiece(EventStream events, ModelReply reply, in ReplyStep step) =>
        events.Write((reply, step), ChatChunk.WritePiece);

    public override void WriteEnd(EventStream events, ModelReply reply)
    {
        for (var choice = 0; choice < reply.Choices.Count; choice++)
        {
            events.Write((reply, choice), ChatChunk.WriteEnding);
        }
        if (reply.Request.WantsUsage)
        {
            events.Write(reply, ChatChunk.WriteUsage);
        }
        events.WriteRaw("[DONE]"u8);
    }
}
