using System.Data.Common;
using System.Net;

namespace GatewayBench;

/// <summary>The servers behind a gateway that are watched beside it.</summary>
internal sealed class WatchedServers
{
    private const int RedisPort = 6379;

    /// <summary>In the order in which they were named.</summary>
    public List<ISeriesSource> All { get; } = [];

    public void AddPostgres(Func<DbConnection> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        All.Add(new PostgresSeries(open));
    }

    /// <exception cref="ArgumentException">Not a host, or not a port.</exception>
    public void AddRedis(string address, string? password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        var colon = address.LastIndexOf(':');
        var host = HostName.Require(colon < 0 ? address : address[..colon]);
        var port = colon < 0 ? RedisPort : PortOf(address, colon + 1);
        All.Add(new RedisSeries(new RedisInfo(host, port, password).TryAsk));
    }

    private static int PortOf(string address, int start) =>
        KernelText.TryParse(address.AsSpan(start), out var port)
        && port is > 0 and <= IPEndPoint.MaxPort
            ? (int)port
            : throw new ArgumentException(
                $"'{address}' is no address of a Redis server; allowed: a host, or a host and a port from 1 to {IPEndPoint.MaxPort}, such as 127.0.0.1:{RedisPort}.",
                nameof(address)
            );
}
