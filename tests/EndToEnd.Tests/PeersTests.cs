using System.ComponentModel;
using System.Diagnostics;

namespace GatewayBench.EndToEnd;

/// <summary>That the comparison with wrk runs and prints; what it prints is for people to judge.</summary>
public sealed class PeersTests
{
    private const string Documented = "dotnet run --project eng/Peers -c Release";

    public static bool Runs(string command) => command == Documented;

    [Fact]
    public async Task It_prints_rounds_and_medians()
    {
        Assert.SkipUnless(IsInstalled("wrk"), "wrk is not installed: apt-get install wrk");

        var (exitCode, output) = await RunAsync("1 1");

        Assert.True(exitCode is 0 or 1, output);
        const string Line =
            @" +wrk -t2 -c32 +[\d,]+/s +loopback +[\d,]+/s \d+\.\d\dx fair \d\.\d\d +inmemory";
        Assert.Matches("round 1" + Line, output);
        Assert.Matches("median" + Line, output);
    }

    [Fact]
    public async Task A_wrong_argument_is_refused()
    {
        var (exitCode, output) = await RunAsync("0");

        Assert.Equal(2, exitCode);
        Assert.Contains(
            "'0' is not valid; allowed: [rounds] [seconds a round]",
            output,
            StringComparison.Ordinal
        );
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string arguments) =>
        Dotnet.RunAsync(
            Repository.Root,
            $"run --project eng/Peers --no-build -c {Repository.Configuration} -- {arguments}"
        );

    private static bool IsInstalled(string program)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, "-v") { RedirectStandardOutput = true }
            );
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
