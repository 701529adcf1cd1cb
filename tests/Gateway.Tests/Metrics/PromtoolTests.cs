using System.ComponentModel;
using System.Diagnostics;

namespace Gateway.Tests;

public sealed class PromtoolTests
{
    [Fact]
    public async Task Prometheus_own_checker_finds_nothing_to_complain_about()
    {
        Assert.SkipUnless(
            IsInstalled(),
            "promtool is missing: apt-get install -y --no-install-recommends prometheus"
        );
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("OpenAI:Model", "a \"quoted\" \\ model")
        );
        using var client = gateway.Connect();
        (await client.ChatAsync()).Dispose();
        (await client.ChatAsync("{}")).Dispose();
        var text = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        using var promtool = Start("check metrics");
        await promtool.StandardInput.WriteAsync(WithoutConnectionCount(text));
        promtool.StandardInput.Close();
        var complaints =
            await promtool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
            + await promtool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await promtool.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", complaints);
        Assert.Equal(0, promtool.ExitCode);
    }

    // OpenTelemetry's name for it ends in what Prometheus would keep for histograms.
    private static string WithoutConnectionCount(string text) =>
        string.Concat(
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line =>
                    !line.Contains("db_client_connection_count", StringComparison.Ordinal)
                )
                .Select(line => $"{line}\n")
        );

    private static bool IsInstalled()
    {
        try
        {
            using var promtool = Start("--version");
            promtool.WaitForExit();
            return promtool.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string arguments) =>
        Process.Start(
            new ProcessStartInfo("promtool", arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
