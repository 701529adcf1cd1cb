using System.Net;
using System.Net.Sockets;

namespace GatewayBench.EndToEnd;

/// <summary>The main command in this repository, on its real standard output.</summary>
public sealed class LoadCommandTests
{
    private const string Filter = "--filter Category=Load";

    [Fact]
    public async Task The_filter_runs_the_load_tests_and_prints_the_table()
    {
        using var scratch = new ScratchFolder();

        var (exitCode, output) = await RunAsync(
            Filter,
            (Name: "GATEWAYBENCH_ROWS", "health-live,chat"),
            ("GATEWAYBENCH_OUTPUT_DIR", scratch.Path)
        );

        Assert.True(exitCode == 0, output);
        Assert.Matches(
            @"\| GET /health/live +\| +2 \| +[\d,]+ \| +0 \| +[\d,.]+ \| +[\d.,]+ (us|ms) \|",
            output
        );
        Assert.Matches(@"\| POST /api/chat +\| +2 \| +[\d,]+ \| +0 \|", output);
        // What a busy machine measured is not compared.
        if (!output.Contains("INVALID", StringComparison.Ordinal))
        {
            Assert.Matches(
                @"POST /api/chat, 2 users costs [\d.]+x the CPU of GET /health/live",
                output
            );
        }
        Assert.Contains("* whole process", output, StringComparison.Ordinal);
        var run = Assert.Single(Directory.GetDirectories(scratch.Path));
        Assert.Equal(
            [
                "01-GET--health-live-2.hlog",
                "02-POST--api-chat-2.hlog",
                "report.html",
                "report.md",
                "result.json",
            ],
            Directory.GetFiles(run).Select(Path.GetFileName).Order()
        );
        Assert.Matches(
            "<pre><code>GATEWAYBENCH_.+ dotnet test --filter Category=Load</code>",
            File.ReadAllText(Path.Combine(run, "report.html"))
        );
    }

    [Fact]
    public async Task Without_the_filter_they_are_skipped_with_the_command_in_the_reason()
    {
        var (exitCode, output) = await RunAsync("");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Skipped: 1", output, StringComparison.Ordinal);
        Assert.Contains("dotnet test --filter Category=Load", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ide_runs_them_by_a_variable_alone()
    {
        var (exitCode, output) = await RunAsync(
            "",
            ("GATEWAYBENCH_LOAD", "1"),
            ("GATEWAYBENCH_ROWS", "health-live")
        );

        Assert.True(exitCode == 0, output);
        Assert.Contains(
            "Passed GatewayBench.LoadBaseline.SampleGatewayTests.Baseline_of_the_sample_gateway",
            output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Passed GatewayBench.LoadBaseline.SoakTests.",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_malformed_variable_fails_at_once_with_its_name_its_value_and_what_is_allowed()
    {
        var (exitCode, output) = await RunAsync(Filter, ("GATEWAYBENCH_DURATION_SECS", "abc"));

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "GATEWAYBENCH_DURATION_SECS=abc is not valid; allowed: a number of seconds from 0.1 to 86,400.",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_row_is_refused_with_the_names_of_the_rows()
    {
        var (exitCode, output) = await RunAsync(Filter, ("GATEWAYBENCH_ROWS", "helth"));

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "GATEWAYBENCH_ROWS=helth is not valid; allowed: core, all, or names out of health-live, health, metrics, chat, chat-tail, chat-rate-limited, chat-auth, chat-limiter, chat-guardrail, chat-stream, openai-chat, openai-chat-stream, ws-chat, runs, login-chat, sessions, huge-prompt, mix, search-1k, search-10k, search-100k.",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_occupied_port_is_refused_by_number()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, output) = await RunAsync(
            Filter,
            ("GATEWAYBENCH_PORT", $"{port}"),
            ("GATEWAYBENCH_ROWS", "health-live")
        );

        Assert.Equal(1, exitCode);
        Assert.Contains($"port {port} on 127.0.0.1 is in use", output, StringComparison.Ordinal);
    }

    /// <summary>Runs the baseline's tests as they were built, for as short as it gets.</summary>
    internal static Task<(int ExitCode, string Output)> RunAsync(
        string arguments,
        params (string Name, string Value)[] variables
    ) =>
        Dotnet.RunAsync(
            Repository.Root,
            $"test tests/LoadBaseline --no-build -c {Repository.Configuration} {arguments}",
            [
                ("GATEWAYBENCH_DURATION_SECS", "0.3"),
                ("GATEWAYBENCH_WARMUP_SECS", "0"),
                ("GATEWAYBENCH_CONCURRENCY", "2"),
                .. variables,
            ]
        );
}
