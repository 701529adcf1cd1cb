using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GatewayBench.EndToEnd;

/// <summary>What a terminal does at Ctrl-C: the signal goes to all processes of a test run.</summary>
public sealed partial class InterruptTests
{
    [Theory]
    // The test framework hears of INT as well; of TERM only the run does.
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_test_run_that_is_interrupted_leaves_its_row_in_a_partial_result(
        string signal
    )
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "setsid is a command of Linux.");
        using var scratch = new ScratchFolder();
        var port = StandAloneTests.FreePort();
        using var test = Dotnet.Start(
            "env",
            Repository.Root,
            // What a script starts in the background ignores Ctrl-C, and so would what we start.
            $"--default-signal=INT setsid dotnet test tests/LoadBaseline --no-build -c {Repository.Configuration} --filter Category=Load",
            ("GATEWAYBENCH_DURATION_SECS", "3600"),
            ("GATEWAYBENCH_WARMUP_SECS", "0"),
            ("GATEWAYBENCH_CONCURRENCY", "2"),
            ("GATEWAYBENCH_ROWS", "health-live"),
            ("GATEWAYBENCH_PORT", port),
            ("GATEWAYBENCH_OUTPUT_DIR", scratch.Path)
        );
        try
        {
            await UntilLoadedAsync(test, port);

            await SignalGroupAsync(test.Id, signal);
            await Eventually.TrueAsync(() => ResultsIn(scratch.Path).Any());
        }
        finally
        {
            await SignalGroupAsync(test.Id, "KILL");
        }

        using var result = JsonDocument.Parse(
            await File.ReadAllBytesAsync(
                ResultsIn(scratch.Path).Single(),
                TestContext.Current.CancellationToken
            )
        );
        Assert.True(result.RootElement.GetProperty("partial").GetBoolean());
        var row = Assert.Single(result.RootElement.GetProperty("rows").EnumerateArray());
        Assert.True(row.GetProperty("successes").GetInt64() > 100);
        Assert.All(
            row.GetProperty("errors").EnumerateObject(),
            error => Assert.Equal("cancelled", error.Name)
        );
    }

    /// <summary>Until the gateway has answered more than a checked exchange.</summary>
    private static async Task UntilLoadedAsync(Process test, string port)
    {
        using var client = new HttpClient();
        var page = "";
        while (Answered().Match(page) is not { Success: true })
        {
            Assert.False(test.HasExited, "The test run ended by itself.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
            try
            {
                page = await client.GetStringAsync(
                    $"http://127.0.0.1:{port}/metrics",
                    TestContext.Current.CancellationToken
                );
            }
            catch (HttpRequestException)
            {
                // Not started yet.
            }
        }
    }

    private static async Task SignalGroupAsync(int group, string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} -{group}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> ResultsIn(string folder) =>
        Directory.EnumerateFiles(folder, "result.json", SearchOption.AllDirectories);

    [GeneratedRegex(
        "^http_server_request_duration_seconds_count.*health/live.* \\d{4,}",
        RegexOptions.Multiline
    )]
    private static partial Regex Answered();
}
