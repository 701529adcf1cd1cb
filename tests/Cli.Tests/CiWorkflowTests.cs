using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GatewayBench.EndToEnd;
using YamlDotNet.RepresentationModel;

namespace GatewayBench.Cli.Tests;

/// <summary>
/// What the documented CI workflow names is there. That its scripts do what they should is tested by
/// running them, in EndToEnd.Tests.
/// </summary>
public sealed partial class CiWorkflowTests
{
    private const string Tool = ".tools/gatewaybench ";

    private static readonly string[] Lines =
    [
        .. Workflow
            .Steps.SelectMany(step => (step.Script ?? "").Split('\n'))
            .Select(line => line.Trim()),
    ];

    [Fact]
    public void It_runs_on_three_systems_and_weekly()
    {
        var systems = (YamlSequenceNode)Workflow.Job["strategy"]["matrix"]["os"];
        var times = ((YamlSequenceNode)Workflow.Root["on"]["schedule"]).Single()["cron"];

        Assert.Equal(
            ["ubuntu-latest", "windows-latest", "macos-latest"],
            systems.Select(system => (string?)system)
        );
        Assert.Matches(@"^\d+ \d+ \* \* [0-6]$", (string?)times);
    }

    [Fact]
    public void Each_command_of_the_tool_is_one_that_it_takes()
    {
        string[][] commands =
        [
            .. Lines.Where(line => line.StartsWith(Tool, StringComparison.Ordinal)).Select(Words),
        ];

        Assert.Equal(
            ["provider", "run", "baseline check", "baseline record"],
            commands.Select(words => string.Join(' ', words.TakeWhile(IsVerb).Take(2)))
        );
        Assert.All(commands, words => Assert.Empty(CommandLine.Parse(words).Errors));
    }

    [Theory]
    [InlineData("run --bogus 1")]
    [InlineData("run --slo p99<500")]
    public void What_it_does_not_take_would_be_found(string command) =>
        Assert.NotEmpty(CommandLine.Parse(Words(Tool + command)).Errors);

    [Fact]
    public void It_starts_and_asks_the_gateway_that_new_writes()
    {
        var project = Template.Gateway;
        var program = Template.Read("Program.cs");
        var settings = JsonNode.Parse(Template.Read("appsettings.json"))!;
        var script = Workflow.Step("SLOs").Script!;

        Assert.Contains($"dotnet build {project} -c Release", Lines);
        Assert.Contains($"dotnet run --project {project} -c Release --no-build &", Lines);
        Assert.Contains($"--target {settings["Urls"]} ", script, StringComparison.Ordinal);
        Assert.Contains($" {settings["Urls"]}/health", script, StringComparison.Ordinal);
        Assert.Contains("MapGet(\"/health\"", program, StringComparison.Ordinal);
        Assert.Contains("--path /api/ask ", script, StringComparison.Ordinal);
        Assert.Contains("\"/api/ask\",", program, StringComparison.Ordinal);
        // Where the tool's provider listens by itself.
        Assert.Equal("http://127.0.0.1:8090/v1", (string?)settings["OpenAI"]!["Endpoint"]);
    }

    [Fact]
    public void Results_and_baselines_are_where_they_are_written()
    {
        var results = new LoadSettings().OutputDirectory.Replace('\\', '/');

        Assert.Equal(results, Workflow.Step("Keep the results").With("path"));
        Assert.Contains(
            $"{results}/*/report.md",
            Workflow.Step("Summary").Script!,
            StringComparison.Ordinal
        );
        Assert.Contains($"{results}/*/;", Workflow.Step("Drift").Script!, StringComparison.Ordinal);
        Assert.All(
            ["Baselines of last time", "Keep the baselines"],
            step => Assert.Equal("baselines", Workflow.Step(step).With("path"))
        );
    }

    [Fact]
    public void It_sets_variables_that_there_are()
    {
        var variables = (YamlMappingNode)Workflow.Job["env"];

        Assert.All(variables.Children.Keys, name => Assert.Contains((string?)name, Variables.All));
    }

    [Fact]
    public void What_is_kept_and_told_is_so_when_a_test_failed_too() =>
        Assert.All(
            ["Summary", "Keep the results"],
            step => Assert.Equal("always()", Workflow.Step(step).Condition)
        );

    private static bool IsVerb(string word) => word[0] is >= 'a' and <= 'z';

    /// <summary>The arguments of a command, as a shell would pass them on.</summary>
    private static string[] Words(string line) =>
        [
            .. Word()
                .Matches(line[Tool.Length..].Split([" || ", " >> ", " &"], 2, default)[0])
                .Select(word => word.Groups[1].Value + word.Groups[2].Value + word.Groups[3].Value),
        ];

    [GeneratedRegex("\"([^\"]*)\"|'([^']*)'|([^ ]+)")]
    private static partial Regex Word();
}
