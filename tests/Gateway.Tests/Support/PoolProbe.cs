using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>Looks at a gateway's connections, and takes them away.</summary>
internal sealed class PoolProbe(TestGateway gateway)
{
    private readonly DatabaseEngine _engine = gateway.Services.GetRequiredService<DatabaseEngine>();

    public ConnectionPool Readers => _engine.Readers;

    public ConnectionPool Writers => _engine.Writers;

    /// <summary>Fails where a connection was not given back, or somebody still waits for one.</summary>
    public void AssertNothingLeaked()
    {
        foreach (var pool in new[] { Readers, Writers })
        {
            Assert.Equal((0, 0), (pool.Used, pool.Waiting));
        }
    }

    /// <summary>Takes all connections of a pool, until the result is disposed.</summary>
    public static async Task<IAsyncDisposable> TakeAllAsync(ConnectionPool pool)
    {
        var taken = new Taken();
        for (var n = 0; n < pool.Max; n++)
        {
            taken.Connections.Add(await pool.RentAsync(TestContext.Current.CancellationToken));
        }
        return taken;
    }

    private sealed class Taken : IAsyncDisposable
    {
        public List<PooledConnection> Connections { get; } = [];

        public async ValueTask DisposeAsync()
        {
            foreach (var connection in Connections)
            {
                await connection.DisposeAsync();
            }
        }
    }
}
