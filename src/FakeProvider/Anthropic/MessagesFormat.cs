using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Anthropic's messages.</summary>
/// <param name="clock">Says when a limit is reset, which is written as an instant.</param>
/// <param name="readsUserText">Whether the last message of the user is wanted as text.</param>
internal sealed class MessagesFormat(TimeProvider clock, bool readsUserText)
    : AnthropicFormat(clock)
{
    public override ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    )
    {
        var request = MessagesRequestReader.Read(body, seed, readsUserText);
        return request.MaxTokens is null ? throw ApiErrors.Missing("max_tokens") : request;
    }

    public override void WriteReply(Utf8JsonWriter json, in ModelReply reply) =>
        MessageBody.Write(json, reply);

    public override void WriteStart(EventStream events, ModelReply reply) =>
        events.Write("message_start"u8, reply, MessageEvents.WriteStart);

    public override void WritePiece(EventStream events, ModelReply reply, in ReplyStep step)
    {
        if (step.Piece == 0)
        {
            events.Write("content_block_start"u8, (reply, step), MessageEvents.WriteBlockStart);
            if (step.Part == 0)
            {
                events.Write("ping"u8, true, MessageEvents.WritePing);
            }
        }
        events.Write("content_block_delta"u8, (reply, step), MessageEvents.WriteDelta);
        if (step.Piece == step.PartOf(reply).Pieces - 1)
        {
            events.Write("content_block_stop"u8, step.Part, MessageEvents.WriteBlockStop);
        }
    }

    public override void WriteEnd(EventStream events, ModelReply reply)
    {
        events.Write("message_delta"u8, reply, MessageEvents.WriteEnding);
        events.Write("message_stop"u8, true, MessageEvents.WriteStop);
    }
}
