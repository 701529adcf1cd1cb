using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

/// <summary>Lets a test send a stream's chunks one by one, and see what becomes of the request.</summary>
internal sealed class ChunkFeed
{
    private const string Abort = "(abort)";

    private readonly Channel<string> _chunks = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _arrived = new();
    private readonly TaskCompletionSource _left = new();

    public ChunkFeed(Upstream upstream) => upstream.Chat = ServeAsync;

    /// <summary>Done when somebody has asked.</summary>
    public Task Arrived => _arrived.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Done when the client has gone.</summary>
    public Task Left => _left.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Sends the frames <c>data: ...</c> of these chunks.</summary>
    public void Send(params IEnumerable<string> chunks)
    {
        foreach (var chunk in chunks)
        {
            _chunks.Writer.TryWrite($"data: {chunk}\n\n");
        }
    }

    /// <summary>Sends a role, these texts, the usual ending, and ends the body.</summary>
    public void Answer(params IEnumerable<string> texts)
    {
        Send([Chunk.Role, .. texts.Select(Chunk.Text), Chunk.Finish(), Chunk.Usage, Chunk.Done]);
        End();
    }

    /// <summary>Ends the body as HTTP wants it.</summary>
    public void End() => _chunks.Writer.Complete();

    /// <summary>Cuts the connection.</summary>
    public void Cut() => _chunks.Writer.TryWrite(Abort);

    private async Task ServeAsync(HttpContext context)
    {
        _arrived.TrySetResult();
        context.RequestAborted.Register(() => _left.TrySetResult());
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync();
        try
        {
            await foreach (var frame in _chunks.Reader.ReadAllAsync(context.RequestAborted))
            {
                if (frame == Abort)
                {
                    context.Abort();
                    return;
                }
                await context.Response.WriteAsync(frame, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The test asks by Left.
        }
    }
}
