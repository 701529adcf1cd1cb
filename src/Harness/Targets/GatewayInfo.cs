using System.Reflection;
using System.Runtime;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads from a gateway's assembly what a result has to say about it.</summary>
internal static class GatewayInfo
{
    public static TargetInfo Describe(Assembly gateway, string transport) =>
        new(gateway.GetName().Name!, transport, CommitOf(gateway), Notes(gateway));

    /// <summary>The SDK appends the revision to the informational version: <c>1.2.3+sha</c>.</summary>
    public static string? CommitOf(Assembly assembly)
    {
        var version = assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion;
        return version?.IndexOf('+') is int plus and >= 0 ? version[(plus + 1)..] : null;
    }

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
        var path = Path.ChangeExtension(gateway.Location, ".runtimeconfig.json");
        if (!File.Exists(path))
        {
            return null;
        }
        using var config = JsonDocument.Parse(File.ReadAllBytes(path));
        return config.RootElement.TryGetProperty("runtimeOptions", out var options)
            && options.TryGetProperty("configProperties", out var properties)
            && properties.TryGetProperty("System.GC.Server", out var server)
            && server.ValueKind == JsonValueKind.True;
    }
}
