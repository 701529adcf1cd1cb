using System.Reflection;

namespace GatewayBench.Peers;

/// <summary>Where npm has put what <c>eng/npm</c> pins.</summary>
internal static class NpmFolder
{
    public static readonly string Modules = Path.Combine(
        typeof(NpmFolder)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "NpmFolder")
            .Value!,
        "node_modules"
    );
}
