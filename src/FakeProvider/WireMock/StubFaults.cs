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
        if (fault != StubFault.ConnectionResetByPeer)
        {
            await ConnectionEnd.CloseAsync(context, BytesOf(fault).ToArray());
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
}
