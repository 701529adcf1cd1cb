using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GatewayBench;

/// <summary>Closes connections beneath HTTP, which the client sees as an orderly end.</summary>
internal static class ConnectionEnd
{
    /// <param name="context">Of a request all of whose answer has been flushed; if it is not of
    /// HTTP/1.1, which has the connection to itself, it is broken off instead.</param>
    /// <param name="extra">What is still to be sent, outside of HTTP.</param>
    public static async Task CloseAsync(HttpContext context, ReadOnlyMemory<byte> extra)
    {
        if (!HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            context.Abort();
            return;
        }
        var output = context
            .Features.GetRequiredFeature<IConnectionTransportFeature>()
            .Transport.Output;
        if (!extra.IsEmpty)
        {
            await output.WriteAsync(extra, context.RequestAborted);
        }
        await output.CompleteAsync();
        // To break off before the transport has sent everything would be a reset.
        await ClosedAsync(context.Features.GetRequiredFeature<IConnectionLifetimeFeature>());
        context.Abort();
    }

    private static async Task ClosedAsync(IConnectionLifetimeFeature connection)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = connection.ConnectionClosed.Register(closed.SetResult);
        await closed.Task;
    }
}
