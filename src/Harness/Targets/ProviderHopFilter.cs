using Microsoft.Extensions.Http;

namespace GatewayBench;

/// <summary>
/// Teaches the gateway's own handlers the way to the providers in memory. No handler is replaced
/// and no limit changed: the limits are what a load test is looking for.
/// </summary>
internal sealed class ProviderHopFilter(IReadOnlyList<FakeProvider> providers)
    : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (Innermost(builder.PrimaryHandler) is SocketsHttpHandler handler)
            {
                Teach(handler);
            }
        };

    /// <remarks>
    /// An HttpClientHandler ends the way: the sockets handler that it wraps can't be reached, and
    /// since .NET 9 no factory makes one unless the gateway asks for it.
    /// </remarks>
    private static HttpMessageHandler? Innermost(HttpMessageHandler? handler) =>
        handler is DelegatingHandler outer ? Innermost(outer.InnerHandler) : handler;

    private void Teach(SocketsHttpHandler handler)
    {
        // A gateway may hand the factory the same handler again and again.
        if (handler.ConnectCallback?.Target is ProviderConnect)
        {
            return;
        }
        try
        {
            handler.ConnectCallback = new ProviderConnect(
                providers,
                handler.ConnectCallback
            ).Connect;
        }
        catch (InvalidOperationException)
        {
            // It is in use already and takes no more changes: its calls stay on loopback.
        }
    }
}
