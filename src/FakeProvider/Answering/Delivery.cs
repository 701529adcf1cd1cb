using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Sends a reply when it is due: whole, or piece by piece.</summary>
internal sealed class Delivery(FakeProviderOptions options)
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly AnswerDelays _delays = new(options);

    public ValueTask SendAsync(HttpContext context, WireFormat format, Reply reply) =>
        reply.Request.IsStreamed
            ? StreamAsync(context, format, reply)
            : SendWholeAsync(context, format, reply);

    private async ValueTask SendWholeAsync(HttpContext context, WireFormat format, Reply reply)
    {
        var key = reply.Sequence;
        await WaitAsync(
            _delays.FirstToken(key) + _delays.AllGaps(key, reply.Steps),
            context.RequestAborted
        );
        JsonResponse.Write(
            context.Response,
            StatusCodes.Status200OK,
            (format, reply),
            static (json, in it) => it.format.WriteReply(json, it.reply)
        );
    }

    private async ValueTask StreamAsync(HttpContext context, WireFormat format, Reply reply)
    {
        var (response, abort) = (context.Response, context.RequestAborted);
        var started = _clock.GetTimestamp();
        var due = _delays.FirstToken(reply.Sequence);
        await WaitAsync(due, abort);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        var events = new EventStream(response.BodyWriter);
        format.WriteStart(events, reply);
        for (var step = 0; step < reply.Steps; step++)
        {
            if (step > 0 && _delays.HasGaps)
            {
                due += _delays.Gap(reply.Sequence, step);
                await response.BodyWriter.FlushAsync(abort);
                await WaitAsync(due - _clock.GetElapsedTime(started), abort);
            }
            WriteStep(events, format, reply, step);
        }
        format.WriteEnd(events, reply);
        await response.BodyWriter.FlushAsync(abort);
    }

    private static void WriteStep(EventStream events, WireFormat format, Reply reply, int step)
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

    private Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        delay > TimeSpan.Zero ? Task.Delay(delay, _clock, cancellationToken) : Task.CompletedTask;
}
