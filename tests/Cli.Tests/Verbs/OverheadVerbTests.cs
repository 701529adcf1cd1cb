using System.Text.Json;

namespace GatewayBench.Cli.Tests;

/// <summary>Overheads of the real gateway, of which only counts can be asserted: times are the machine's.</summary>
public sealed class OverheadVerbTests : IDisposable
{
    private const string Scripted = """
        {"replies": [{"when": {"contains": "add up"}, "steps": [
          {"calls": [{"tool": "calculator", "arguments": {"expression": "2 + 3"}}]},
          {"calls": [{"tool": "calculator", "arguments": {"expression": "5 + 7"}}]},
          {"text": "Twelve."}]}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task All_requests_are_paired_and_meet_the_same_delays_in_both_arms()
    {
        var replies = Path.Combine(_folder, "replies.json");
        await File.WriteAllTextAsync(replies, Scripted, TestContext.Current.CancellationToken);
        var bench = Bench(
            $"provider: {{ latency: 'uniform(1ms,2ms)', replies: {{ files: ['{replies}'] }} }}",
            """
            scenarios:
              - use: chat
              - use: chat-stream
              - name: a session
                steps: [{ path: /api/chat, body: { message: "Add up. {{user.prompt}}" } }]
            """
        );

        var result = await ToolProcess.RunAsync([
            "overhead",
            bench,
            .. Short,
            "--users",
            "2",
            "--set",
            "ApiKey=hush-hush",
        ]);

        // The machine may be busy, which is for its gates to say.
        Assert.True(result.ExitCode is ExitCodes.Success or ExitCodes.Invalid, result.Error);
        var stored = Stored();
        Assert.False(stored.Partial);
        Assert.Contains("ApiKey=[redacted]", stored.Gateway.Settings);
        Assert.Equal(
            ["POST /api/chat", "POST /api/chat, streamed", "a session"],
            stored.Rows.Select(row => row.Name)
        );
        Assert.Equal([1, 1, 3], stored.Rows.Select(row => row.MostCalls));
        Assert.All(
            stored.Rows,
            row =>
            {
                Assert.Equal((12, row.MostCalls), (row.Pairs, row.LeastCalls));
                Assert.Empty(row.LeftOut);
                Assert.Equal(12 * row.MostCalls, row.Trust!.GatewayCalls);
                Assert.Equal(row.Trust.GatewayCalls, row.Trust.DirectCalls);
                Assert.True(row.Trust.GatewayPlannedMicroseconds >= 1_000 * 12 * row.MostCalls);
                Assert.Equal(
                    row.Trust.GatewayPlannedMicroseconds,
                    row.Trust.DirectPlannedMicroseconds
                );
            }
        );
        Assert.Equal([1, 3, 2], stored.Rows.Select(row => row.Series.Count));
        Assert.Contains("gateway minus direct", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public async Task A_row_without_a_call_of_the_provider_is_refused()
    {
        var bench = Bench("provider: { latency: none }", "scenarios: [{ use: metrics }]");

        var result = await ToolProcess.RunAsync(["overhead", bench, .. Short]);

        Assert.Equal(ExitCodes.Invalid, result.ExitCode);
        Assert.Contains("no call: the gateway answered", result.Output, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(Stored().Rows).Series);
    }

    [Theory]
    [InlineData("", "scenarios: [{ use: chat }]", "no provider")]
    [InlineData("provider: {}", "scenarios: [{ use: run }]", "is a sequence")]
    public async Task What_can_not_be_paired_is_refused(string provider, string rest, string why)
    {
        var bench = Bench(provider, rest, isHosted: provider.Length > 0);

        var result = await ToolInProcess.RunAsync("overhead", bench);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
    }

    private string[] Short => ["--pairs", "12", "--warm-up", "0ms", "--out", _folder];

    private string Bench(string provider, string scenarios, bool isHosted = true)
    {
        var path = Path.Combine(_folder, "bench.yaml");
        File.WriteAllText(
            path,
            $$"""
            schemaVersion: 1
            name: overhead
            target:
              gateway: {{Builds.Gateway}}
            {{(isHosted ? "  providerKey: OpenAI:Endpoint" : "")}}
              settings: { Auth: { Enabled: false }, RateLimit: { Enabled: false } }
            {{provider}}
            {{scenarios}}
            load: { users: 1 }
            """
        );
        return path;
    }

    private OverheadResult Stored() =>
        JsonSerializer.Deserialize<OverheadResult>(
            File.ReadAllBytes(
                Path.Combine(
                    Directory.EnumerateDirectories(_folder).Single(),
                    OverheadResult.FileName
                )
            ),
            OverheadFile.Options
        )!;
}
