using System.Net;
using Microsoft.AspNetCore.Connections;

namespace GatewayBench;

/// <summary>Lets Kestrel listen at a network in memory, beside what else it listens at.</summary>
internal sealed class InMemoryListenerFactory(InMemoryNetwork network)
    : IConnectionListenerFactory,
        IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => endpoint == network.EndPoint;

    public ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult<IConnectionListener>(new InMemoryListener(network));
}
