using System.Data.Common;

namespace GatewayBench.Cli;

/// <summary>The servers that a bench file names, asked once before they are watched: gaps would be told only by the report.</summary>
/// <param name="servers">What the file says.</param>
internal sealed class BehindGateway(BenchServers servers)
{
    /// <param name="watchPostgres">Takes what opens connections.</param>
    /// <param name="watchRedis">Takes address and password.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="TargetStartException">One does not answer.</exception>
    public async Task WatchAsync(
        Action<Func<DbConnection>> watchPostgres,
        Action<string, string?> watchRedis,
        CancellationToken stop
    )
    {
        if (servers.Postgres is { } postgres)
        {
            watchPostgres(await PostgresAsync(postgres, stop));
        }
        if (servers.Redis is { } redis)
        {
            await RequireRedisAsync(redis, stop);
            watchRedis(redis, servers.RedisPassword);
        }
    }

    private static async Task<Func<DbConnection>> PostgresAsync(
        string address,
        CancellationToken stop
    )
    {
        try
        {
            var open = PostgresDriver.Opener(address);
            await using var connection = open();
            await connection.OpenAsync(stop);
            return open;
        }
        catch (Exception e)
            when (e
                    is DbException
                        or ArgumentException
                        or InvalidOperationException
                        or IOException
                        or TimeoutException
            )
        {
            throw new TargetStartException(
                $"target.postgres does not answer: {e.Message}; allowed: a PostgreSQL server that can be asked from here.",
                e
            );
        }
    }

    private async Task RequireRedisAsync(string address, CancellationToken stop)
    {
        var info = new RedisInfo(RedisAddress.Parse(address), servers.RedisPassword);
        if (await Task.Run(info.TryAsk, stop) is null)
        {
            throw new TargetStartException(
                $"target.redis is '{address}', which does not answer INFO; allowed: a Redis server without TLS, with its password in redisPassword if it has one."
            );
        }
    }
}
