using System.Net;
using Microsoft.AspNetCore.Connections;

namespace GatewayBench;

/// <summary>Kestrel's end of a network in memory.</summary>
internal sealed class InMemoryListener(InMemoryNetwork network) : IConnectionListener
{
    public EndPoint EndPoint => network.EndPoint;

    public ValueTask<ConnectionContext?> AcceptAsync(
        CancellationToken cancellationToken = default
    ) => network.AcceptAsync(cancellationToken);

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        network.Close();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => UnbindAsync();
}
