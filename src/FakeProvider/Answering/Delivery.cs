using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Sends a reply when it is due: whole, or piece by piece.</summary>
internal sealed class Delivery(FakeProviderOptions options, RequestAudit audit) : IDisposable
{
    /// <summary>In bytes: a long answer without gaps is neither held in memory as a whole nor late.</summary>
    private const int MostUnflushed = 32 * 1024;

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
        var due = FirstToken(reply) + _delays.AllGaps(reply.DrawKey, reply.Steps);
        if (due > TimeSpan.Zero)
        {
            using var timer = new StreamTimer(_waits);
            await WaitAsync(reply, timer, _clock.GetTimestamp(), due, context.RequestAborted);
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
        var started = _clock.GetTimestamp();
        var due = FirstToken(reply);
        await WaitAsync(reply, timer, started, due, abort);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        var events = new EventStream(response.BodyWriter);
        format.WriteStart(events, reply);
        for (var step = 0; step < reply.Steps; step++)
        {
            if (step > 0 && _delays.HasGaps)
            {
                // From when the last was due, not from when it was sent: lateness does not add up.
                due += _delays.Gap(reply.DrawKey, step);
                var at = started + _clock.TimestampsIn(due);
                // One that is due already goes out together with the last.
                if (!_waits.HasReached(at))
                {
                    await response.BodyWriter.FlushAsync(abort);
                    // Not by way of WaitAsync, which would allocate for each token.
                    await timer.UntilAsync(at, abort);
                }
                audit.TokenWaited(new PlannedWait(due, _clock.GetElapsedTime(started)));
            }
            WriteStep(events, format, reply, step);
            if (response.BodyWriter.UnflushedBytes > MostUnflushed)
            {
                await response.BodyWriter.FlushAsync(abort);
            }
        }
        format.WriteEnd(events, reply);
        await response.BodyWriter.FlushAsync(abort);
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

    private TimeSpan FirstToken(ModelReply reply) =>
        _delays.FirstToken(reply.DrawKey, reply.Request.Prompt.Tokens);

    /// <remarks>
    /// Accounted for here and not with the answer: one that a fault breaks off has had its wait, and
    /// clients leave just those waits that last too long.
    /// </remarks>
    private async ValueTask WaitAsync(
        ModelReply reply,
        StreamTimer timer,
        long started,
        TimeSpan due,
        CancellationToken cancellationToken
    )
    {
        if (due <= TimeSpan.Zero)
        {
            return;
        }
        try
        {
            await timer.UntilAsync(started + _clock.TimestampsIn(due), cancellationToken);
        }
        finally
        {
            var wait = new PlannedWait(due, _clock.GetElapsedTime(started));
            if (wait.Actual >= due)
            {
                reply.Wait = wait;
                audit.FirstTokenWaited(wait);
            }
        }
    }
}
