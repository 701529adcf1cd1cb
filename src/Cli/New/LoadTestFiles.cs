using System.Security;
using System.Text.RegularExpressions;

namespace GatewayBench.Cli;

/// <summary>The files of a project of load tests: those of the example, under other names.</summary>
internal static partial class LoadTestFiles
{
    private const string VersionProperty = "$(GatewayBenchVersion)";

    /// <param name="name">What the project is called.</param>
    /// <param name="gateway">The way from its folder to the gateway's project, with slashes.</param>
    /// <param name="version">That of our packages.</param>
    /// <param name="central">Whether versions stand elsewhere.</param>
    public static IReadOnlyList<NewFile> Of(
        string name,
        string gateway,
        string version,
        bool central
    )
    {
        var project = Versioned(version)
            .Replace(
                $"../{Template.Gateway}/{Template.Gateway}.csproj",
                SecurityElement.Escape(gateway),
                StringComparison.Ordinal
            );
        return
        [
            new($"{name}.csproj", central ? WithoutVersions(project) : project),
            Copy("AskLoad.cs"),
            Copy("AskTests.cs"),
            Copy("xunit.runner.json"),
        ];
    }

    /// <summary>The packages of the project.</summary>
    public static IEnumerable<PackageVersion> Packages(string version) =>
        Reference()
            .Matches(Versioned(version))
            .Select(match => new PackageVersion(
                match.Groups[1].Value,
                match.Groups[2].Value == VersionProperty ? version : match.Groups[2].Value
            ));

    private static NewFile Copy(string file) => new(file, Template.Read(file));

    private static string Versioned(string version) =>
        OwnVersion().Replace(Template.Read($"{Template.LoadTests}.csproj"), $"$1>{version}<");

    private static string WithoutVersions(string project) =>
        Reference().Replace(OwnVersionLine().Replace(project, ""), "Include=\"$1\"");

    [GeneratedRegex("Include=\"([^\"]+)\" Version=\"([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex("(<GatewayBenchVersion[^>]*)>[^<]*<")]
    private static partial Regex OwnVersion();

    [GeneratedRegex(@"^ *<GatewayBenchVersion.*\r?\n", RegexOptions.Multiline)]
    private static partial Regex OwnVersionLine();
}
