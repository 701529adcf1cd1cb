using System.Data.Common;

namespace GatewayBench;

/// <summary>The servers behind a gateway that are watched beside it.</summary>
internal sealed class WatchedServers
{
    /// <summary>In the order in which they were named.</summary>
    public List<ISeriesSource> All { get; } = [];

    public void AddPostgres(Func<DbConnection> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        All.Add(new PostgresSeries(open));
    }

    /// <exception cref="ArgumentException">Not a host, or not a port.</exception>
    public void AddRedis(string address, string? password) =>
        All.Add(new RedisSeries(new RedisInfo(RedisAddress.Parse(address), password).TryAsk));
}
