using System.Security.Cryptography;

namespace GatewayBench.Cli.Tests;

/// <summary>
/// Overheads that are gone on with. What is measured is a row that is refused at its first request, so
/// that nothing of this machine decides.
/// </summary>
public sealed class OverheadResumeTests : IDisposable
{
    private const string Before = "of a run before";

    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rows_that_are_done_stay_and_the_next_one_is_measured()
    {
        var bench = Store("POST /api/chat");
        // Its runtime is another than that of the tests, and so is the machine that it tells of.
        var all = Directory.CreateDirectory(Path.Combine(_folder, "all")).FullName;
        await ToolProcess.RunAsync(
            "overhead",
            bench,
            "--warm-up",
            "0ms",
            "--pairs",
            "10",
            "--out",
            all
        );
        var folder = Assert.Single(Directory.EnumerateDirectories(all));
        var measured = OverheadFile.Read(folder);
        OverheadFile.Write(
            folder,
            measured with
            {
                Partial = true,
                Rows = [OverheadRow.Refused(measured.Rows[0].Name, Before)],
            }
        );

        var result = await ToolProcess.RunAsync(
            "overhead",
            bench,
            "--warm-up",
            "0ms",
            "--pairs",
            "10",
            "--resume",
            folder
        );

        Assert.True(result.ExitCode == ExitCodes.Invalid, result.Error);
        Assert.Contains("row 2 of 2: GET /metrics", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("row 1 of", result.Error, StringComparison.Ordinal);
        var stored = OverheadFile.Read(folder);
        Assert.False(stored.Partial);
        Assert.Equal(measured.StartedAt, stored.StartedAt);
        Assert.Equal(["POST /api/chat", "GET /metrics"], stored.Rows.Select(row => row.Name));
        Assert.Equal(Before, Assert.Single(stored.Rows[0].Invalid));
        Assert.StartsWith(
            "no call",
            Assert.Single(stored.Rows[1].Invalid),
            StringComparison.Ordinal
        );
        Assert.Contains(Before, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_that_is_done_the_reports_are_written_and_nothing_is_measured()
    {
        var bench = Store("POST /api/chat", "GET /metrics");
        File.Delete(Path.Combine(_folder, "report.md"));

        var result = await RunAsync(bench);

        Assert.Equal(ExitCodes.Invalid, result.ExitCode);
        Assert.DoesNotContain("row ", result.Error, StringComparison.Ordinal);
        Assert.Contains(Before, result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "report.md")));
    }

    [Fact]
    public async Task Another_command_and_a_folder_without_one_are_refused()
    {
        var bench = Store("POST /api/chat");

        var settings = await RunAsync(bench, "--set", "A=b");
        var pairs = await RunAsync(bench, "--pairs", "20");
        File.AppendAllText(bench, "# another\n");
        var file = await RunAsync(bench);
        File.Delete(Path.Combine(_folder, OverheadResult.FileName));
        var nothing = await RunAsync(bench);

        Assert.All(
            [settings, pairs, file, nothing],
            result => Assert.Equal(ExitCodes.Usage, result.ExitCode)
        );
        Assert.Contains("and is Gateway with A=b", settings.Error, StringComparison.Ordinal);
        Assert.Contains("an option of how it is measured", pairs.Error, StringComparison.Ordinal);
        Assert.Contains("the bench file or", file.Error, StringComparison.Ordinal);
        Assert.Contains(
            $"--resume is '{_folder}'; allowed: the folder of an overhead.",
            nothing.Error,
            StringComparison.Ordinal
        );
    }

    private Task<ToolResult> RunAsync(string bench, params string[] more) =>
        ToolInProcess.RunAsync(["overhead", bench, "--resume", _folder, .. more]);

    private string Store(params string[] rows)
    {
        var bench = Path.Combine(_folder, "bench.yaml");
        File.WriteAllText(
            bench,
            $$"""
            schemaVersion: 1
            name: overhead
            target:
              gateway: {{Builds.Gateway}}
              providerKey: OpenAI:Endpoint
              settings: { Auth: { Enabled: false }, RateLimit: { Enabled: false } }
            provider: { latency: none }
            scenarios: [{ use: chat }, { use: metrics }]
            load: { users: 1 }

            """
        );
        var start = new OverheadStart(
            "overhead",
            DateTimeOffset.UnixEpoch,
            MachineInfo.Read(),
            ArmSources
                .Hosted("Gateway", Builds.Gateway, null, new Dictionary<string, string>())
                .Shown,
            new OverheadPlan
            {
                Bench = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(bench))),
                Transport = "loopback",
            },
            rows
        );
        OverheadFile.Write(
            _folder,
            start.Of(new TargetInfo("Gateway", "loopback", null, [])) with
            {
                Partial = rows.Length < 2,
                Rows = [.. rows.Select(row => OverheadRow.Refused(row, Before))],
            }
        );
        return bench;
    }
}
