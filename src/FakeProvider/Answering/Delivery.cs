using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Sends a reply when it is due: whole, or piece by piece.</summary>
internal sealed class Delivery(FakeProviderOptions options, RequestAudit audit)
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly AnswerDelays _delays = new(options);

    /// <returns>How long the answer, or a stream's first token, had to wait.</returns>
    public ValueTask<PlannedWait> SendAsync(
        HttpContext context,
        WireFormat format,
        ModelReply reply
    ) =>
        reply.Request.IsStreamed
            ? StreamAsync(context, format, reply)
            : SendWholeAsync(context, format, reply);

    private async ValueTask<PlannedWait> SendWholeAsync(
        HttpContext context,
        WireFormat format,
        ModelReply reply
    )
    {
        var key = reply.DrawKey;
        var started = _clock.GetTimestamp();
        var due = _delays.FirstToken(key) + _delays.AllGaps(key, reply.Steps);
        var wait = await WaitAsync(due, started, due, context.RequestAborted);
        JsonResponse.Write(
            context.Response,
            StatusCodes.Status200OK,
            (format, reply),
            static (json, in it) => it.format.WriteReply(json, it.reply)
        );
        return wait;
    }

    private async ValueTask<PlannedWait> StreamAsync(
        HttpContext context,
        WireFormat format,
        ModelReply reply
    )
    {
        var (response, abort) = (context.Response, context.RequestAborted);
        var started = _clock.GetTimestamp();
        var due = _delays.FirstToken(reply.DrawKey);
        var wait = await WaitAsync(due, started, due, abort);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        var events = new EventStream(response.BodyWriter);
        format.WriteStart(events, reply);
        for (var step = 0; step < reply.Steps; step++)
        {
            if (step > 0 && _delays.HasGaps)
            {
                due += _delays.Gap(reply.DrawKey, step);
                await response.BodyWriter.FlushAsync(abort);
                var left = due - _clock.GetElapsedTime(started);
                audit.TokenWaited(await WaitAsync(left, started, due, abort));
            }
            WriteStep(events, format, reply, step);
        }
        format.WriteEnd(events, reply);
        await response.BodyWriter.FlushAsync(abort);
        return wait;
    }

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

    /// <remarks>
    /// A first wait is given whole: timers round down to milliseconds, so that what is left of one
    /// a moment later would be one less.
    /// </remarks>
    private async ValueTask<PlannedWait> WaitAsync(
        TimeSpan time,
        long started,
        TimeSpan due,
        CancellationToken cancellationToken
    )
    {
        if (time > TimeSpan.Zero)
        {
            await Task.Delay(time, _clock, cancellationToken);
        }
        return due > TimeSpan.Zero ? new PlannedWait(due, _clock.GetElapsedTime(started)) : default;
    }
}
