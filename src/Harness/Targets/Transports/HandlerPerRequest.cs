namespace GatewayBench;

/// <summary>
/// A handler, and so a connection, for each request. A pool whose connections live no time at all
/// does not do for HTTP/2: requests that wait for a connection share it when it comes
/// (dotnet/runtime#81494).
/// </summary>
internal sealed class HandlerPerRequest(Func<SocketsHttpHandler> newHandler) : HttpMessageHandler
{
    /// <remarks>A disposed handler lets go of its connection once the response has been read.</remarks>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var client = new HttpMessageInvoker(newHandler());
        return await client.SendAsync(request, cancellationToken);
    }
}
