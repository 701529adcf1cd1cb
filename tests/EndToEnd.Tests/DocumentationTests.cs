using System.Text.RegularExpressions;

namespace GatewayBench.EndToEnd;

/// <summary>What the documentation shows is what was run.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Pages =
    [
        "README.md",
        "BASELINES.md",
        .. Directory
            .EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path)),
    ];

    [Fact]
    public void Every_command_is_run_by_ci_or_by_a_test()
    {
        var ci = File.ReadAllText(Repository.PathOf(".ci", "run"));

        var untested = Pages
            .SelectMany(page => Commands(page).Select(command => (page, command)))
            .Where(shown =>
                !ci.Contains(shown.command, StringComparison.Ordinal)
                && !PackedFeed.Runs(shown.command)
                && !NewcomerTests.Runs(shown.command)
                && !StandAloneTests.Runs(shown.command)
                && !BenchFileTests.Runs(shown.command)
                && !PeersTests.Runs(shown.command)
                && !EngineCostTests.Runs(shown.command)
                && !ProviderCostTests.Runs(shown.command)
                && !GatewayCostTests.Runs(shown.command)
                && !OverheadTruthTests.Runs(shown.command)
                && !VerdictPowerTests.Runs(shown.command)
                && !VerdictTruthTests.Runs(shown.command)
                && !ProvingGroundTests.Runs(shown.command)
                && !ProfileTruthTests.Runs(shown.command)
            );

        Assert.Empty(untested);
    }

    [Theory]
    [InlineData("csharp", "AskLoad.cs")]
    [InlineData("csharp", "AskArrivals.cs")]
    [InlineData("xml", "AskGateway.LoadTests.csproj")]
    [InlineData("json", "xunit.runner.json")]
    public void The_readme_shows_the_example_that_is_compiled_and_run(string language, string file)
    {
        var source = File.ReadAllText(
            Repository.PathOf("examples", "own-gateway", "AskGateway.LoadTests", file)
        );

        Assert.Contains(source.Trim(), Blocks("README.md", language).Select(block => block.Trim()));
    }

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        var broken =
            from page in Pages
            let folder = Path.GetDirectoryName(Repository.PathOf(page))!
            from Match link in Link().Matches(File.ReadAllText(Repository.PathOf(page)))
            let target = link.Groups[1].Value
            where !Path.Exists(Path.Combine(folder, target))
            select $"{page}: {target}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_variable_is_in_the_readme()
    {
        var settings = File.ReadAllText(
            Repository.PathOf("src", "Harness", "Settings", "Variables.cs")
        );
        var readme = File.ReadAllText(Repository.PathOf("README.md"));

        var names = VariableName()
            .Matches(settings)
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.Equal(10, names.Count);
        Assert.All(
            names,
            name => Assert.Contains($"`GATEWAYBENCH_{name}`", readme, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Commands(string page) =>
        Blocks(page, "sh")
            .SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => line.Trim());

    private static IEnumerable<string> Blocks(string page, string language) =>
        Regex
            .Matches(
                File.ReadAllText(Repository.PathOf(page)),
                $"^```{language}\n(.*?)^```$",
                RegexOptions.Multiline | RegexOptions.Singleline
            )
            .Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("Prefix \\+ \"([A-Z_]+)\"")]
    private static partial Regex VariableName();
}
