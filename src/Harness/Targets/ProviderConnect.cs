using System.Net;

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
        var provider = providers.FirstOrDefault(p => IsAt(p.BaseAddress, context.DnsEndPoint));
        return provider is not null ? ValueTask.FromResult(provider.Endpoints.Memory.Connect())
            : own is not null ? own(context, cancellationToken)
            : SocketConnect.ConnectAsync(context.DnsEndPoint, cancellationToken);
    }

    private static bool IsAt(Uri address, DnsEndPoint endPoint) =>
        address.Port == endPoint.Port
        && address.IdnHost.Equals(endPoint.Host, StringComparison.OrdinalIgnoreCase);
}
