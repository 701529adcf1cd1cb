using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace GatewayBench;

/// <summary>Kestrel's end of a network in memory.</summary>
internal sealed class InMemoryListener(InMemoryNetwork network, MemoryPool<byte> memory)
    : IConnectionListener,
        IMemoryPoolFeature
{
    /// <remarks>
    /// The server's own: the shared one, which Kestrel takes for want of another, gives nothing to
    /// writers that don't say how much they want.
    /// </remarks>
    public MemoryPool<byte> MemoryPool => memory;

    public EndPoint EndPoint => network.EndPoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(
        CancellationToken cancellationToken = default
    )
    {
        var connection = await network.AcceptAsync(cancellationToken);
        connection?.Features.Set<IMemoryPoolFeature>(this);
        return connection;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        network.Close();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => UnbindAsync();
}
