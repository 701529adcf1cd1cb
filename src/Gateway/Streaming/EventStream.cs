using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Gateway;

/// <summary>
/// One response as server-sent events, each flushed at once. It starts with the first of them: until
/// then another answer can be given. Written straight into the server's own memory, since a buffer
/// for each stream is what many streams are made of.
/// </summary>
internal sealed class EventStream(
    HttpContext context,
    TimeSpan keepAlive,
    TimeProvider clock,
    CancellationToken stopping
) : IAsyncDisposable
{
    /// <summary>Names of fields, line ends and a long number, in bytes.</summary>
    private const int MostAroundData = 64;

    private readonly CancellationTokenSource _ended =
        CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);

    // The two who write: the turn, and the timer that keeps the stream open.
    private readonly SemaphoreSlim _gate = new(1, 1);
    private QuietTimer? _quiet;

    /// <summary>Whether status and headers are out, and only events can tell what goes wrong.</summary>
    public bool HasStarted => _quiet is not null;

    /// <summary>The client has left, or the gateway can't wait any longer for the end.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Starts it ahead of its first event, for a client that may have to wait for one.</summary>
    /// <exception cref="OperationCanceledException">The client has left.</exception>
    public async ValueTask BeginAsync()
    {
        await _gate.WaitAsync(context.RequestAborted);
        try
        {
            await StartAsync();
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <param name="name">None for events that are only data.</param>
    /// <param name="data">One line: JSON has no others.</param>
    /// <param name="id">What the client names when it comes back; none for streams that don't go on.</param>
    /// <exception cref="OperationCanceledException">The client has left.</exception>
    public async ValueTask SendAsync(string? name, ReadOnlyMemory<byte> data, long? id = null)
    {
        var aborted = context.RequestAborted;
        await _gate.WaitAsync(aborted);
        try
        {
            await StartAsync();
            _quiet!.Touch();
            Write(context.Response.BodyWriter, name, data.Span, id);
            await context.Response.BodyWriter.FlushAsync(aborted);
        }
        finally
        {
            _gate.Release();
        }
        aborted.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        _ended.Dispose();
        if (_quiet is not null)
        {
            await _quiet.DisposeAsync();
            // Taken for good: a timer that has just fired must not write into an answer that is over.
            await _gate.WaitAsync();
        }
    }

    private async ValueTask StartAsync()
    {
        if (HasStarted)
        {
            return;
        }
        // From here on it takes as long as it takes.
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        // What nginx and its like go by.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.StartAsync(context.RequestAborted);
        _quiet = new QuietTimer(clock, keepAlive, () => _ = KeepAliveAsync());
    }

    private static void Write(PipeWriter output, string? name, ReadOnlySpan<byte> data, long? id)
    {
        // In one piece: the server takes a lock for each.
        var room = output.GetSpan(
            MostAroundData + Encoding.UTF8.GetMaxByteCount(name?.Length ?? 0) + data.Length
        );
        var length = 0;
        if (id is not null)
        {
            Utf8.TryWrite(room, CultureInfo.InvariantCulture, $"id: {id}\n", out length);
        }
        if (name is not null)
        {
            Utf8.TryWrite(room[length..], $"event: {name}\n", out var named);
            length += named;
        }
        length += Append("data: "u8, room[length..]);
        length += Append(data, room[length..]);
        length += Append("\n\n"u8, room[length..]);
        output.Advance(length);
    }

    private static int Append(ReadOnlySpan<byte> bytes, Span<byte> room)
    {
        bytes.CopyTo(room);
        return bytes.Length;
    }

    private async Task KeepAliveAsync()
    {
        // Where the answer is over, this waits for ever, and is nothing but garbage.
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            context.Response.BodyWriter.Write(": keep-alive\n\n"u8);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client has left, and the turn will find out by itself.
        }
        finally
        {
            _gate.Release();
        }
    }
}
