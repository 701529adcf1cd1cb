using System.Text.RegularExpressions;

namespace GatewayBench.EndToEnd;

/// <summary>
/// The README's way from packages to a report, and then the steps of the documented CI workflow, by a
/// user who has nothing but an empty folder.
/// </summary>
[Collection(PackedFeedUsers.Name)]
public sealed partial class NewcomerTests(PackedFeed feed)
{
    private const string Install =
        "dotnet tool install GatewayBench.Cli --global --add-source feed";
    private const string New = "gatewaybench new --feed ../gatewaybench/feed";
    private const string Test = "dotnet test";
    private const string Load = "dotnet test --filter Category=Load";
    private const string Provider = "gatewaybench provider --latency-p50 20ms --latency-p99 200ms";
    private const string Gateway = "dotnet run --project AskGateway -c Release";
    private const string Run =
        "gatewaybench run --target http://127.0.0.1:5080 --path /api/ask --post '{\"text\": \"{prompt}\"}' --users 32 --slo \"p99<500ms\"";

    public static bool Runs(string command) =>
        command is Install or New or Test or Load or Provider or Gateway or Run;

    [Fact]
    public async Task From_an_empty_folder_to_a_report_as_the_readme_says_and_then_to_ci()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of a Unix shell.");
        using var newcomer = new Newcomer(feed.Folder);
        await InstallAsync(newcomer);
        var files = await newcomer.SucceedsAsync(New);
        Assert.Contains("AskGateway.LoadTests/AskLoad.cs", files, StringComparison.Ordinal);
        await newcomer.MoveGatewayAsync();

        var tested = await newcomer.SucceedsAsync(Test);
        Assert.Contains("Passed: 1", tested, StringComparison.Ordinal);
        Assert.Contains("Skipped: 1", tested, StringComparison.Ordinal);

        var loaded = await newcomer.SucceedsAsync(Load);
        Assert.Contains("Passed: 1", loaded, StringComparison.Ordinal);
        Assert.Matches(@"\| POST /api/ask +\| +32 \| +[\d,]+ \| +0 \|", loaded);
        await newcomer.OpensAsync(ReportIn(loaded), "POST /api/ask");

        var (exitCode, output) = await newcomer.RunAsync(
            $"""
            trap 'kill $(jobs -p)' EXIT
            {Provider} &
            {Gateway} &
            curl --silent --retry 60 --retry-delay 1 --retry-all-errors http://127.0.0.1:5080/health
            {Run}
            """
        );
        // How fast this machine is now is not for this test to say; what the tool makes of it is.
        var verdict = Assert.Single(Verdict().Matches(output)).Groups[1].Value;
        Assert.Equal(
            verdict,
            exitCode switch
            {
                0 => "PASS",
                1 => "FAIL",
                3 => "INVALID",
                _ => output,
            }
        );
        await newcomer.OpensAsync(ReportIn(output), "p99&lt;500ms");

        await CiRunsAsync(newcomer);
    }

    [Fact]
    public async Task A_solution_that_manages_versions_centrally_gets_a_project_that_it_can_restore()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of a Unix shell.");
        using var newcomer = new Newcomer(feed.Folder);
        await InstallAsync(newcomer);

        await newcomer.SucceedsAsync(
            """
            dotnet new packagesprops
            mkdir Shop
            echo '<Project Sdk="Microsoft.NET.Sdk.Web" />' > Shop/Shop.csproj
            gatewaybench new --gateway Shop/Shop.csproj --feed ../gatewaybench/feed
            echo '<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>' > Directory.Build.props
            dotnet restore Shop.LoadTests
            """
        );
    }

    /// <summary>In the checkout it is given, where the feed is.</summary>
    private Task<string> InstallAsync(Newcomer newcomer) =>
        newcomer.SucceedsAsync(
            "cd ../gatewaybench; "
                + Install.Replace(
                    "--global",
                    "--tool-path ../mine/.tools",
                    StringComparison.Ordinal
                )
                + $" --version {feed.Version}"
        );

    /// <summary>Its tests are those that were run before.</summary>
    private async Task CiRunsAsync(Newcomer newcomer)
    {
        Assert.Equal(Test, Workflow.Step("Fast tests").Script);
        Assert.Equal(Load, Workflow.Step("Load tests").Script);
        await newcomer.SucceedsAsync(
            $"rm -r .tools; {Workflow.Step("Install the tool").Script} --version {feed.Version}"
        );

        var (exitCode, output) = await newcomer.RunAsync(Workflow.Step("SLOs").Script!);
        var missed = Regex.IsMatch(
            output,
            @"^ *(errors|goodput)\S+ .*FAIL",
            RegexOptions.Multiline
        );
        Assert.True(exitCode == (missed ? 1 : 0), output);
        Assert.Equal(
            Regex.IsMatch(output, @"goodput\(5s\)>99% .*INVALID"),
            output.Contains("::warning::The runner was too noisy", StringComparison.Ordinal)
        );

        await newcomer.SucceedsAsync(Workflow.Step("Summary").Script!);
        Assert.Contains("# Ask_With32Users_Succeeds", newcomer.Summary, StringComparison.Ordinal);
        Assert.Contains("# slos", newcomer.Summary, StringComparison.Ordinal);

        var drift = await newcomer.SucceedsAsync(Workflow.Step("Drift").Script!);
        // Nothing was there to compare the first week with.
        Assert.Contains("Ask_With32Users_Succeeds", drift, StringComparison.Ordinal);
        Assert.Contains("nothing to compare with", drift, StringComparison.Ordinal);
    }

    private static string ReportIn(string output) => Report().Match(output).Groups[1].Value;

    [GeneratedRegex(@"^ *p99<500ms .*(PASS|FAIL|INVALID)", RegexOptions.Multiline)]
    private static partial Regex Verdict();

    [GeneratedRegex(@"Report +(\S+report\.html)")]
    private static partial Regex Report();
}
