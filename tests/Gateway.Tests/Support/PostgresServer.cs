using Gateway.Tests;
using GatewayBench.Support;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Gateway.Tests;

/// <summary>The PostgreSQL server of these tests, started for the first that needs it.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private PostgresCluster? _cluster;

    /// <summary>Makes an empty database; skips the test where PostgreSQL is missing.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _cluster ??= await PostgresCluster.StartAsync();
            return await _cluster.CreateDatabaseAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }
}
