using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>OpenAI's responses. None is stored: a request has to bring its whole conversation.</summary>
/// <param name="readsUserText">Whether the last message of the user is wanted as text.</param>
internal sealed class ResponsesFormat(bool readsUserText) : OpenAiFormat
{
    public override ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    ) => ResponseRequestReader.Read(new RequestSource(body, seed, deployment, readsUserText));

    public override ApiError ContextExceeded(ModelRequest request, int window) =>
        base.ContextExceeded(request, window) with
        {
            Param = "input",
        };

    public override void WriteReply(Utf8JsonWriter json, in ModelReply reply) =>
        ResponseBody.Write(json, reply);

    public override void WriteStart(EventStream events, ModelReply reply) =>
        ResponseEvents.WriteStart(events, reply);

    public override void WritePiece(EventStream events, ModelReply reply, in ReplyStep step) =>
        ResponseEvents.WritePiece(events, reply, step);

    public override void WriteStreamError(EventStream events, ApiError error, int number) =>
        ResponseEvents.Write(
            events,
            EventNames.Error,
            number,
            error,
            static (json, in error) =>
            {
                json.WriteString("code"u8, error.Code ?? error.Type);
                json.WriteString("message"u8, error.Message);
                json.WriteString("param"u8, error.Param);
            }
        );

    public override void WriteEnd(EventStream events, ModelReply reply) =>
        ResponseEvents.WriteEnd(events, reply);
}
