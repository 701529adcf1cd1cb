using GatewayBench.Support;

namespace GatewayBench.Cli.Tests;

/// <summary>Builds of gateways that are not among the libraries of the tool.</summary>
internal static class Builds
{
    public static string Gateway => PathOf("src", "Gateway");

    /// <summary>The one that does on request what it should not.</summary>
    public static string FaultyGateway => PathOf("tests", "FaultyGateway");

    private static string PathOf(string folder, string project) =>
        Repository.PathOf(
            folder,
            project,
            "bin",
            Repository.Configuration,
            "net10.0",
            $"{project}.dll"
        );
}
