using GatewayBench.Peers;

namespace GatewayBench.EndToEnd;

/// <summary>That the comparison runs and prints; what it prints is for people to judge.</summary>
public sealed class PeersTests
{
    private const string Documented = "dotnet run --project eng/Peers -c Release";

    public static bool Runs(string command) => command == Documented;

    [Fact]
    public async Task It_prints_rounds_and_medians_and_writes_them_into_the_page()
    {
        var wrk = new Wrk();
        Assert.SkipUnless(wrk.IsInstalled, $"wrk is not installed: {wrk.Install}");
        using var page = new ScratchPage();

        var (exitCode, output) = await MeasuringProgram.RunAsync(
            "Peers",
            $"1 1 --users 32 --app bare,gateway --peers wrk --write {page.Path}"
        );

        Assert.True(exitCode is 0 or 1, output);
        foreach (var app in (string[])["bare one-route app", "sample gateway"])
        {
            foreach (var generator in (string[])["wrk -t2", "loopback", "inmemory"])
            {
                Assert.Matches($@"round 1 +{app} +32 users +{generator} +[\d,]+/s", output);
            }
        }
        var written = page.Read();
        Assert.Matches(@"\| wrk -t2 +\| +[\d,]+ \| 1\.00x \| +- \|", written);
        Assert.Matches(@"\| inmemory +\| +[\d,]+ \| +[\d.]+x \| +[\d.-]+ \|", written);
        Assert.Matches(
            @"- inmemory, 32 users: at least 2\.50x wrk -t2, .*: (met|MISSED) ",
            written
        );
        Assert.Contains(
            "- inmemory, 256 users: at least 2.00x wrk -t2, slowest user at least 0.8: not measured",
            written,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("0", "rounds is '0'; allowed: 1 to 1,000.")]
    [InlineData("--write README.md", "README.md needs the lines '<!-- measured: begin -->' and")]
    public async Task A_wrong_argument_is_refused(string arguments, string reason)
    {
        var (exitCode, output) = await MeasuringProgram.RunAsync("Peers", arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, output, StringComparison.Ordinal);
    }
}
