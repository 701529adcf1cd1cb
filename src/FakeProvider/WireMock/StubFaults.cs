using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// Breaks connections, beneath HTTP: what is sent goes to the transport itself, and then the sending
/// side is closed, which the peer sees as an orderly end.
/// </summary>
internal static class StubFaults
{
    public static async Task BreakAsync(HttpContext context, StubFault fault)
    {
        var transport = context.Features.Get<IConnectionTransportFeature>()?.Transport;
        var lifetime = context.Features.Get<IConnectionLifetimeFeature>();
        if (
            fault != StubFault.ConnectionResetByPeer
            && transport is not null
            && lifetime is not null
            && HttpProtocol.IsHttp11(context.Request.Protocol)
        )
        {
            await transport.Output.WriteAsync(BytesOf(fault).ToArray());
            await transport.Output.CompleteAsync();
            await lifetime.ConnectionClosed.WaitAsync();
        }
        context.Abort();
    }

    private static ReadOnlySpan<byte> BytesOf(StubFault fault) =>
        fault switch
        {
            StubFault.MalformedResponseChunk =>
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nthis is no chunk\r\n"u8,
            StubFault.RandomDataThenClose => "k7#fq0;zz~this is no HTTP at all"u8,
            _ => [],
        };

    /// <summary>Until it is closed, by us or by the peer.</summary>
    private static async Task WaitAsync(this CancellationToken closed)
    {
        var isClosed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = closed.Register(isClosed.SetResult);
        await isClosed.Task;
    }
}
