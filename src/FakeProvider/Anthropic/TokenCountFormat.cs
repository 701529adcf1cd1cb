using System.Buffers;
using System.Diagnostics;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Anthropic's count of a prompt's tokens: a request without a reply.</summary>
/// <inheritdoc cref="AnthropicFormat"/>
internal sealed class TokenCountFormat(TimeProvider clock) : AnthropicFormat(clock)
{
    public override ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    ) =>
        MessagesRequestReader.Read(body, seed, readsUserText: false) with
        {
            Choices = 0,
            MaxTokens = 0,
            IsStreamed = false,
        };

    public override void WriteReply(Utf8JsonWriter json, in ModelReply reply)
    {
        json.WriteStartObject();
        json.WriteNumber("input_tokens"u8, reply.Request.Prompt.Tokens);
        json.WriteEndObject();
    }

    public override void WriteStart(EventStream events, ModelReply reply) =>
        throw new UnreachableException();

    public override void WritePiece(EventStream events, ModelReply reply, in ReplyStep step) =>
        throw new UnreachableException();

    public override void WriteEnd(EventStream events, ModelReply reply) =>
        throw new UnreachableException();
}
