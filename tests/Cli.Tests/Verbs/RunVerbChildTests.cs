using System.Text.Json.Nodes;

namespace GatewayBench.Cli.Tests;

/// <summary>Gateways that the tool was not built with, as processes of their own.</summary>
public sealed class RunVerbChildTests : RunFixture
{
    [Fact]
    public async Task A_child_has_its_own_libraries_and_calls_the_provider_of_the_tool()
    {
        var ended = await RunAsync(
            $$"""
            target:
              gateway: {{Builds.Gateway}}
              hosting: child
              providerKey: OpenAI:Endpoint
              settings: { Auth: { Enabled: false }, RateLimit: { Enabled: false } }
            provider: { latency: 1ms }
            scenarios: [{ use: chat }]
            """
        );

        Assert.True(ended.ExitCode is 0 or 3, ended.Error);
        var result = Read(StoredIn(Folder));
        var target = Assert.Single(result.Targets);
        Assert.Equal(
            ("Gateway", "child", "loopback"),
            (target.Name, target.Hosting, target.Transport)
        );
        Assert.Equal(["a process of its own: server GC"], target.Notes);
        Assert.Equal(["Latency=1ms"], target.ProviderOptions!);
        var row = Assert.Single(result.Rows);
        Assert.True(row.Successes > 0);
        Assert.Empty(row.Errors);
    }

    [Fact]
    public async Task A_child_has_the_heap_that_the_file_allows_it_and_may_be_built_for_an_older_runtime()
    {
        var gateway = OfAnOlderRuntime();

        var ended = await RunAsync(
            $$"""
            target: { gateway: {{gateway}}, hosting: child, heapLimit: 64MiB }
            scenarios: [{ steps: [{ path: /memory, expect: { contains: "67108864" } }] }]
            """
        );

        Assert.True(ended.ExitCode is 0 or 3, ended.Error);
        var result = Read(StoredIn(Folder));
        Assert.Equal(
            ["a process of its own: workstation GC, heap limit 67.1 MB"],
            Assert.Single(result.Targets).Notes
        );
        Assert.Equal(
            [
                new SettingOrigin(Variables.Transport, "loopback", "code"),
                new SettingOrigin("hosting", "child", "bench"),
                new SettingOrigin("heap limit", "67.1 MB", "bench"),
            ],
            result.Settings.TakeLast(3)
        );
        Assert.Empty(Assert.Single(result.Rows).Errors);
    }

    [Fact]
    public async Task A_child_that_ends_under_load_leaves_the_run_its_result_and_says_how()
    {
        var ended = await RunAsync(
            $$"""
            target: { gateway: {{Builds.FaultyGateway}}, hosting: child }
            scenarios: [{ steps: [{ path: / }, { path: /exit }] }]
            """
        );

        Assert.Equal(1, ended.ExitCode);
        var target = Assert.Single(Read(StoredIn(Folder)).Targets);
        Assert.Contains("its process ended while it was loaded: exit code 3", target.Notes);
    }

    [Fact]
    public async Task A_child_that_does_not_start_ends_with_4_and_its_last_words()
    {
        var ended = await RunAsync(
            $$"""
            target: { gateway: {{Builds.FaultyGateway}}, hosting: child, settings: { Start: exit } }
            scenarios: [{ use: health }]
            """
        );

        Assert.Equal(4, ended.ExitCode);
        Assert.EndsWith(
            "gatewaybench: Gateway 'FaultyGateway' did not start: its process ended: exit code 7: No licence.",
            ended.Error.TrimEnd(),
            StringComparison.Ordinal
        );
    }

    /// <summary>One that isn't installed here, in all likelihood: the first of .NET's versions.</summary>
    private string OfAnOlderRuntime()
    {
        var from = Path.GetDirectoryName(Builds.FaultyGateway)!;
        var to = Directory.CreateDirectory(Path.Combine(Folder, "older")).FullName;
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
        var gateway = Path.Combine(to, Path.GetFileName(Builds.FaultyGateway));
        var path = Path.ChangeExtension(gateway, ".runtimeconfig.json");
        var config = JsonNode.Parse(File.ReadAllText(path))!;
        var options = config["runtimeOptions"]!;
        options["tfm"] = "net5.0";
        foreach (var framework in options["frameworks"]!.AsArray())
        {
            framework!["version"] = "5.0.0";
        }
        File.WriteAllText(path, config.ToJsonString());
        return gateway;
    }

    private Task<ToolResult> RunAsync(string text)
    {
        var file = Path.Combine(Folder, "bench.yaml");
        File.WriteAllText(
            file,
            $$"""
            schemaVersion: 1
            {{text}}
            load: { users: 2, duration: 300ms }
            warmUp: 0s
            """
        );
        return ToolProcess.RunAsync("run", file, "--out", Folder);
    }
}
