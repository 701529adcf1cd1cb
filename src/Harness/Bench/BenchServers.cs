using System.Data.Common;

namespace GatewayBench;

/// <summary>The servers behind a gateway that a bench file has watched beside it.</summary>
/// <param name="Postgres">A connection string; null for none. No result shows it.</param>
/// <param name="Redis">A host, or a host and a port; null for none.</param>
/// <param name="RedisPassword">Of the default user; null for none. No result shows it.</param>
internal sealed record BenchServers(string? Postgres, string? Redis, string? RedisPassword)
{
    public static readonly BenchServers None = new(null, null, null);

    private static readonly string[] HostKeys = ["Host", "Server"];

    /// <exception cref="BenchException">One of them is no address, or on another machine and not allowed by name.</exception>
    public static BenchServers Read(BenchMap map, IReadOnlyList<string> allow)
    {
        var servers = new BenchServers(
            TextOf(map, TargetKeys.Postgres, HostsOf, allow),
            TextOf(map, TargetKeys.Redis, text => [RedisAddress.Parse(text).Host], allow),
            TextOf(map, TargetKeys.RedisPassword, _ => [], allow)
        );
        return servers is { RedisPassword: not null, Redis: null }
            ? throw map.At(TargetKeys.RedisPassword)
                .Failed("target.redisPassword is given without redis; allowed: both or neither.")
            : servers;
    }

    private static string? TextOf(
        BenchMap map,
        BenchKey<BenchNode> key,
        Func<string, IEnumerable<string>> hosts,
        IReadOnlyList<string> allow
    )
    {
        if (map.Get(key) is not { } node)
        {
            return null;
        }
        var text = TemplateReader.ReadFixed(node).Fixed!;
        foreach (var host in node.Guard(() => hosts(text).ToList()))
        {
            if (!HostName.IsAllowed(host, allow))
            {
                throw node.Failed(
                    $"{node.Path} is on '{host}', which is not this machine; allowed: loopback. If it is yours to ask, add allow: [{host}]"
                );
            }
        }
        return text;
    }

    /// <summary>Without paths of Unix sockets, which are on this machine.</summary>
    private static IEnumerable<string> HostsOf(string connection)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connection };
        var hosts =
            HostKeys
                .Select(key => parts.TryGetValue(key, out var value) ? value as string : null)
                .FirstOrDefault(value => value is not null)
            ?? throw new ArgumentException(
                "It says no Host; allowed: a connection string such as Host=127.0.0.1;Username=me;Database=gateway."
            );
        return hosts
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(host => !host.StartsWith('/'))
            .Select(host => HostName.Require(WithoutPort(host)));
    }

    private static string WithoutPort(string host) =>
        host.LastIndexOf(':') is > 0 and var colon && host.IndexOf(':') == colon
            ? host[..colon]
            : host;
}
