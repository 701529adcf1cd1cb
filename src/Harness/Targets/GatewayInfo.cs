using System.Reflection;
using System.Runtime;

namespace GatewayBench;

/// <summary>Reads from a gateway's assembly what a result has to say about it.</summary>
internal static class GatewayInfo
{
    public static TargetInfo Describe(Assembly gateway, string transport) =>
        new(gateway.GetName().Name!, transport, CommitOf(gateway), Notes(gateway))
        {
            Optimised = OptimisedCode.IsOptimised(gateway),
        };

    /// <summary>The SDK appends the revision to the informational version: <c>1.2.3+sha</c>.</summary>
    public static string? CommitOf(Assembly assembly)
    {
        var version = InformationalVersion(assembly);
        return version?.IndexOf('+') is int plus and >= 0 ? version[(plus + 1)..] : null;
    }

    /// <summary>A revision id is cut to what people quote; other build metadata stays whole.</summary>
    public static string ShortCommit(string commit) => commit.Length == 40 ? commit[..7] : commit;

    /// <summary>The version without the revision.</summary>
    public static string? VersionOf(Assembly assembly) =>
        InformationalVersion(assembly)?.Split('+')[0];

    private static string? InformationalVersion(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    private static string[] Notes(Assembly gateway)
    {
        var shipped = ShippedServerGc(gateway);
        return shipped is { } server && server != GCSettings.IsServerGC
            ?
            [
                $"GC differs: {Mode(GCSettings.IsServerGC)} here, {Mode(server)} as shipped"
                    + " (set ServerGarbageCollection in the test project to match)",
            ]
            : [];
    }

    private static string Mode(bool server) => server ? "server" : "workstation";

    private static bool? ShippedServerGc(Assembly gateway)
    {
        var path = RuntimeConfig.PathOf(gateway.Location);
        return File.Exists(path) ? RuntimeConfig.Switch(path, "System.GC.Server") ?? false : null;
    }
}
