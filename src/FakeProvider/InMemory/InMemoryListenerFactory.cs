using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench;

/// <summary>Lets Kestrel listen at a network in memory, beside what else it listens at.</summary>
internal sealed class InMemoryListenerFactory(
    InMemoryNetwork network,
    IMemoryPoolFactory<byte> memory
) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public static void Add(IServiceCollection services, InMemoryNetwork network) =>
        services.AddSingleton<IConnectionListenerFactory>(provider => new InMemoryListenerFactory(
            network,
            provider.GetRequiredService<IMemoryPoolFactory<byte>>()
        ));

    public bool CanBind(EndPoint endpoint) => endpoint == network.EndPoint;

    public ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken = default
    )
    {
        var pool = memory.Create();
        network.Use(pool);
        return ValueTask.FromResult<IConnectionListener>(new InMemoryListener(network, pool));
    }
}
