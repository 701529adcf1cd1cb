using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Sends a reply when it is due: whole, or piece by piece.</summary>
internal sealed class Delivery(FakeProviderOptions options) : IDisposable
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly AnswerDelays _delays = new(options);
    private readonly WaitQueue _waits = new(options.TimeProvider);

    public ValueTask SendAsync(HttpContext context, WireFormat format, ModelReply reply) =>
        reply.Request.IsStreamed
            ? StreamAsync(context, format, reply)
            : SendWholeAsync(context, format, reply);

    /// <summary>Breaks off what waits.</summary>
    public void Dispose() => _waits.Dispose();

    private async ValueTask SendWholeAsync(HttpContext context, WireFormat format, ModelReply reply)
    {
        var delay = FirstToken(reply) + _delays.AllGaps(reply.Sequence, reply.Steps);
        if (delay > TimeSpan.Zero)
        {
            using var timer = new StreamTimer(_waits);
            await timer.UntilAsync(_clock.TimestampAfter(delay), context.RequestAborted);
        }
        JsonResponse.Write(
            context.Response,
            StatusCodes.Status200OK,
            (format, reply),
            static (json, in it) => it.format.WriteReply(json, it.reply)
        );
    }

    private async ValueTask StreamAsync(HttpContext context, WireFormat format, ModelReply reply)
    {
        var (response, abort) = (context.Response, context.RequestAborted);
        using var timer = new StreamTimer(_waits);
        var due = _clock.TimestampAfter(FirstToken(reply));
        await timer.UntilAsync(due, abort);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        var events = new EventStream(response.BodyWriter);
        format.WriteStart(events, reply);
        for (var step = 0; step < reply.Steps; step++)
        {
            if (step > 0 && _delays.HasGaps)
            {
                await response.BodyWriter.FlushAsync(abort);
                // From when it was due, not from when it was sent: lateness does not add up.
                due += _clock.TimestampsIn(_delays.Gap(reply.Sequence, step));
                await timer.UntilAsync(due, abort);
            }
            WriteStep(events, format, reply, step);
        }
        format.WriteEnd(events, reply);
        await response.BodyWriter.FlushAsync(abort);
    }

    private TimeSpan FirstToken(ModelReply reply) =>
        _delays.FirstToken(reply.Sequence, reply.Request.Prompt.Tokens);

    private static void WriteStep(EventStream events, WireFormat format, ModelReply reply, int step)
    {
        for (var choice = 0; choice < reply.Choices.Count; choice++)
        {
            if (step < reply.Choices[choice].Pieces)
            {
                var (part, piece) = reply.Choices[choice].At(step);
                format.WritePiece(events, reply, new ReplyStep(choice, part, piece));
            }
        }
    }
}
