using System.Globalization;

namespace GatewayBench;

/// <summary>
/// What a closed load over sockets needs of this process's descriptors, so that it is refused before
/// its start and not half-way, by errors that look like the gateway's.
/// </summary>
internal static class DescriptorNeed
{
    /// <summary>Kestrel's limit of requests that share a connection.</summary>
    private const int SharedByHttp2 = 100;

    /// <exception cref="SettingException">The row needs more than there are.</exception>
    public static void Require(Row row, DescriptorLimit? limit)
    {
        if (
            limit is null
            || row.Load is not ClosedLoad { Users: var users }
            || Of(users, row.Target.Info, HoldsConnection(row.Scenario), HoldsCall(row))
                is not (var needed and > 0)
            || needed + limit.Open <= limit.Most
        )
        {
            return;
        }
        var all = needed + limit.Open;
        throw new SettingException(
            "users",
            users.ToString(CultureInfo.InvariantCulture),
            string.Create(
                CultureInfo.InvariantCulture,
                $"as many as the limit of open files has descriptors for: over {row.Target.Info.Transport} they need {needed}, {limit.Open} are open already, and this process may have {limit.Most}. Raise the limit with 'ulimit -n {all}' in the shell that starts it (a service: LimitNOFILE={all}; a container: --ulimit nofile={all}), take fewer users, or Transport.InMemory, which needs none"
            )
        );
    }

    /// <summary>
    /// The descriptors that users hold in this process: a socket each for what is on its side of a
    /// connection, so two for a connection that has both its ends here.
    /// </summary>
    /// <param name="users">Of a closed load.</param>
    /// <param name="target">Where to.</param>
    /// <param name="holdConnections">Whether each user is in an exchange all the time.</param>
    /// <param name="holdCalls">Whether meanwhile the gateway is in one with a provider in this process.</param>
    public static long Of(int users, TargetInfo target, bool holdConnections, bool holdCalls)
    {
        if (!holdConnections || !IsSockets(target))
        {
            return 0;
        }
        var connections = target.Transport.Contains("HTTP/2", StringComparison.Ordinal)
            ? ((long)users + SharedByHttp2 - 1) / SharedByHttp2
            : users;
        // Of a gateway elsewhere only the other end is here: the client's, and the provider's.
        var ends = target.Hosting == "inprocess" ? 2 : 1;
        return (connections + (holdCalls ? users : 0)) * ends;
    }

    private static bool IsSockets(TargetInfo target) =>
        target.IsRemote || target.Transport.StartsWith("loopback", StringComparison.Ordinal);

    /// <remarks>While users think, others use their connections; a WebSocket is its user's own.</remarks>
    private static bool HoldsConnection(Scenario scenario) =>
        scenario.UsesSockets || !scenario.Pauses.Any();

    /// <remarks>What else a scenario asks for may be answered without the provider.</remarks>
    private static bool HoldsCall(Row row) =>
        row.Target.Provider is not null
        && (row.Scenario.IsChat || row.Scenario.Format is not null)
        && !row.Scenario.Pauses.Any();
}
