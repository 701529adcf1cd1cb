using System.Diagnostics;
using GatewayBench.EndToEnd;
using YamlDotNet.RepresentationModel;

namespace GatewayBench.Cli.Tests;

/// <summary>The documented workflow's job that compares a pull request's base with its head.</summary>
public sealed class CiComparisonTests
{
    private const string Tool = ".tools/gatewaybench ";

    private static readonly IReadOnlyList<WorkflowStep> Steps = Workflow.StepsOf(
        Workflow.Comparison
    );

    private static string Script => Step("Compare").Script!;

    [Fact]
    public void It_is_for_pull_requests_and_has_both_commits()
    {
        Assert.Equal(
            "github.event_name == 'pull_request'",
            (string?)((YamlMappingNode)Workflow.Comparison)["if"]
        );
        Assert.Equal("0", Steps[0].With("fetch-depth"));
        Assert.Equal(
            [
                ("BASE", "${{ github.event.pull_request.base.sha }}"),
                ("HEAD", "${{ github.event.pull_request.head.sha }}"),
            ],
            ((YamlMappingNode)Workflow.Comparison["env"]).Select(one =>
                ((string)one.Key!, (string)one.Value!)
            )
        );
    }

    [Fact]
    public void The_tool_takes_its_command()
    {
        var line = Script
            .Split('\n')
            .Select(line => line.Trim())
            .Single(line => line.StartsWith(Tool, StringComparison.Ordinal));
        string[] words =
        [
            .. line[Tool.Length..].Split(" || ")[0].Split(' ').Select(word => word.Trim('"')),
        ];

        Assert.Equal(["compare", "$BASE", "$HEAD", "bench.yaml"], words);
        Assert.Empty(CommandLine.Parse(words).Errors);
    }

    [Fact]
    public void Its_report_is_where_the_tool_writes_it()
    {
        var folder = "artifacts/compare";

        Assert.Contains($"{folder}/*/report.md", Step("Summary").Script!, StringComparison.Ordinal);
        Assert.Equal(folder, Step("Keep the comparison").With("path"));
        Assert.All(
            ["Summary", "Keep the comparison"],
            step => Assert.Equal("always()", Step(step).Condition)
        );
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 1, false)]
    [InlineData(2, 2, false)]
    [InlineData(3, 0, true)]
    [InlineData(4, 4, false)]
    public async Task The_job_fails_on_what_was_judged_or_broken_and_not_on_noise(
        int tool,
        int expected,
        bool warns
    )
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows(),
            "Needs a POSIX shell: run it on Linux or macOS."
        );
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-ec");
        start.ArgumentList.Add(
            Script.Replace(Tool, $"sh -c 'exit {tool}' ", StringComparison.Ordinal)
        );
        using var shell = Process.Start(start)!;

        var output = await shell.StandardOutput.ReadToEndAsync(
            TestContext.Current.CancellationToken
        );
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, shell.ExitCode);
        Assert.Equal(warns, output.Contains("::warning::", StringComparison.Ordinal));
    }

    private static WorkflowStep Step(string name) => Steps.Single(step => step.Name == name);
}
