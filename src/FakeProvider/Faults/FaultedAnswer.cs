using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>What a fault has to work with.</summary>
/// <param name="Context">Of the request.</param>
/// <param name="Format">Writes the answer.</param>
/// <param name="Output">The body as the client gets it.</param>
/// <param name="Clock">Of all waits.</param>
internal sealed record FaultedAnswer(
    HttpContext Context,
    WireFormat Format,
    PipeWriter Output,
    TimeProvider Clock
)
{
    /// <summary>How long what was sent has to arrive before a reset may discard it.</summary>
    public static readonly TimeSpan BeforeReset = TimeSpan.FromMilliseconds(20);

    /// <summary>Sends bytes at once; the headers before them, also when there are none.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        var result = bytes.IsEmpty
            ? await Output.FlushAsync(Context.RequestAborted)
            : await Output.WriteAsync(bytes, Context.RequestAborted);
        if (result.IsCompleted)
        {
            throw new OperationCanceledException("The client has gone away.");
        }
    }

    /// <summary>Sends what becomes the whole body, with its length.</summary>
    public ValueTask SendAllAsync(ReadOnlyMemory<byte> body)
    {
        Context.Response.ContentLength = body.Length;
        return SendAsync(body);
    }

    public async ValueTask WaitAsync(TimeSpan time) =>
        await Task.Delay(time, Clock, Context.RequestAborted);

    /// <summary>Ends the answer by a reset.</summary>
    public async ValueTask ResetAsync()
    {
        await SendAsync(default);
        await WaitAsync(BeforeReset);
        Context.Abort();
        throw new AnswerEndedException();
    }

    /// <summary>Ends the answer by closing the connection, after bytes that are no part of the body.</summary>
    public async ValueTask CloseAsync(ReadOnlyMemory<byte> extra = default)
    {
        await SendAsync(default);
        await ConnectionEnd.CloseAsync(Context, extra);
        throw new AnswerEndedException();
    }
}
