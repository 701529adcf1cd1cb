using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GatewayBench;

/// <summary>
/// Where a provider listens: at its address and port, and beside it in memory, for clients in this
/// process. Counts the connections of both, so that a result can say which way calls came.
/// </summary>
internal sealed class ProviderEndpoints(FakeProviderOptions options)
{
    private long _socketConnections;

    public InMemoryNetwork Memory { get; } = new();

    /// <summary>Connections over sockets that were accepted so far.</summary>
    public long SocketConnections => Volatile.Read(ref _socketConnections);

    public void Listen(KestrelServerOptions kestrel)
    {
        kestrel.Listen(options.Address, options.Port, endpoint => endpoint.Use(Counted));
        kestrel.Listen(Memory.EndPoint);
    }

    private ConnectionDelegate Counted(ConnectionDelegate next) =>
        connection =>
        {
            Interlocked.Increment(ref _socketConnections);
            return next(connection);
        };
}
