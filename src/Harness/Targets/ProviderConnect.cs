namespace GatewayBench;

using ConnectCallback = Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>;

/// <summary>Connects to the providers in memory, and to everything else as the gateway would have.</summary>
internal sealed class ProviderConnect(IReadOnlyList<FakeProvider> providers, ConnectCallback? own)
{
    public ValueTask<Stream> Connect(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var provider = providers.FirstOrDefault(p =>
            HostName.IsAt(p.BaseAddress, context.DnsEndPoint)
        );
        return provider is not null ? ValueTask.FromResult(provider.Endpoints.Memory.Connect())
            : own is not null ? own(context, cancellationToken)
            : SocketConnect.ConnectAsync(context.DnsEndPoint, cancellationToken);
    }
}
