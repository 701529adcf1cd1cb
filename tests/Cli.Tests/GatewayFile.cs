using GatewayBench.Support;

namespace GatewayBench.Cli.Tests;

/// <summary>The sample gateway, which the tool does not know.</summary>
internal static class GatewayFile
{
    public static string Path =>
        Repository.PathOf(
            "src",
            "Gateway",
            "bin",
            Repository.Configuration,
            "net10.0",
            "Gateway.dll"
        );
}
