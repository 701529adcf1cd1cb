using System.Text;

namespace GatewayBench.Cli.Tests;

public sealed class DoctorVerbTests
{
    private static readonly FitnessFinding Good = new("steal", Judgement.Ok, "0.0 %");
    private static readonly FitnessFinding Doubtful = new(
        "swap",
        Judgement.Warn,
        "1 MB",
        "swapoff"
    );
    private static readonly FitnessFinding Bad = new(
        "power",
        Judgement.Bad,
        "battery",
        "plug it in"
    );
    private static readonly FitnessFinding Unread = new("governor", Judgement.Unknown, "-");

    [Fact]
    public void A_fit_machine_ends_with_0_whatever_is_doubtful()
    {
        var (exitCode, output) = Tell(isTerminal: false, Good, Doubtful, Unread);

        Assert.Equal(0, exitCode);
        Assert.Matches(@"\| ok   \| steal    \| 0\.0 % \|", output);
        Assert.Matches(@"\| warn \| swap     \| 1 MB  \| swapoff", output);
        Assert.EndsWith(
            "FIT to measure, 1 to look at.",
            output.TrimEnd(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_unfit_machine_ends_with_3()
    {
        var (exitCode, output) = Tell(isTerminal: false, Good, Bad);

        Assert.Equal(3, exitCode);
        Assert.Contains("NOT FIT to measure: 1 bad.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Long_and_odd_text_stays_within_100_columns(bool isTerminal)
    {
        var odd = new FitnessFinding(
            "runtime settings",
            Judgement.Bad,
            string.Join(", ", Enumerable.Repeat("[red]DOTNET_x=1[/]", 20)),
            string.Join(' ', Enumerable.Repeat("unset", 60))
        );

        var (_, output) = Tell(isTerminal, odd);

        Assert.All(output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 100));
        Assert.Contains("[red]", output, StringComparison.Ordinal);
        Assert.Equal(!isTerminal, Ascii.IsValid(output));
    }

    [Fact]
    public async Task It_examines_this_machine()
    {
        var result = await ToolInProcess.RunAsync("doctor", "--repeats", "3");

        // Which of the two is this machine's matter.
        Assert.True(result.ExitCode is 0 or 3, result.Error);
        Assert.Contains("| calculation ", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            result.ExitCode == 3,
            result.Output.Contains("NOT FIT", StringComparison.Ordinal)
        );
    }

    private static (int ExitCode, string Output) Tell(
        bool isTerminal,
        params FitnessFinding[] findings
    )
    {
        using var output = new StringWriter();
        var exitCode = DoctorVerb.Tell(findings, Screen.Of(output, isTerminal));
        return (exitCode, output.ToString());
    }
}
