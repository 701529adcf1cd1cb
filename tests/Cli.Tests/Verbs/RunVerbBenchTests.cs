namespace GatewayBench.Cli.Tests;

/// <summary>Runs of a bench file: what wins over it, what it refuses, and what stays secret.</summary>
public sealed class RunVerbBenchTests : RunFixture
{
    private const string Gets = "scenarios: [{ steps: [{ path: /a }] }]";

    [Fact]
    public async Task A_bench_file_is_a_whole_run()
    {
        var tool = await RunAsync(
            $$$"""
            name: bench
            hypothesis: it answers
            watch: [the clock]
            target: { url: {{{Server.Url}}} }
            scenarios:
              - { name: one, weight: 3, steps: [{ path: /one, body: { a: "{{random.int 1..9}}" } }] }
              - { name: two, steps: [{ path: /two }, { path: /three }] }
            load: { users: 3, usersPerSecond: 500, thinkTime: 1ms..2ms, duration: 200ms }
            warmUp: 0s
            seed: 7
            slos: [errors<1%]
            output: here
            """
        );

        var result = Read(StoredIn(Path.Combine(Folder, "here")));
        Assert.Equal(result.IsValid ? 0 : 3, tool.ExitCode);
        Assert.Equal(
            ("bench", "it answers", "the clock"),
            (result.Name, result.Hypothesis, Assert.Single(result.Watch))
        );
        var row = Assert.Single(result.Rows);
        Assert.StartsWith("3 users, 500 started/s, think", row.Load, StringComparison.Ordinal);
        Assert.Equal(["one", "two"], row.Parts.Select(part => part.Name));
        Assert.Equal("errors<1%", Assert.Single(row.Slos).Expression);
        Assert.Contains("hypothesis: it answers", tool.Output, StringComparison.Ordinal);
        Assert.All(
            [Variables.Duration, Variables.Concurrency, Variables.WarmUp, Variables.Seed],
            name => Assert.Equal("bench", OriginOf(result, name))
        );
        Assert.Equal("code", OriginOf(result, Variables.Prompts));
        Assert.Contains(
            Server.Kinds.Keys,
            kind =>
                kind.StartsWith(
                    "POST /one  application/json; charset=utf-8 {\"a\":",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("GET /three   ", Server.Kinds.Keys);
    }

    [Fact]
    public async Task Flags_win_over_the_file()
    {
        await RunAsync(
            $$"""
            target: { url: http://127.0.0.1:1 }
            {{Gets}}
            load: { users: 3, duration: 1h }
            warmUp: 1h
            seed: 7
            slos: [errors<1%]
            """,
            [
                "--target",
                Server.Url,
                "--rate",
                "20",
                "--duration",
                "200ms",
                "--warm-up",
                "0ms",
                "--seed",
                "8",
                "--name",
                "mine",
                "--slo",
                "errors<2%",
            ]
        );

        var result = Read(StoredIn(Folder));
        Assert.Equal(("mine", 8UL), (result.Name, result.Seed));
        var row = Assert.Single(result.Rows);
        Assert.Equal("constant 20/s", row.Load);
        Assert.Equal("errors<2%", Assert.Single(row.Slos).Expression);
        Assert.All(
            [Variables.Duration, Variables.Concurrency, Variables.WarmUp, Variables.Seed],
            name => Assert.Equal("option", OriginOf(result, name))
        );
    }

    [Fact]
    public async Task Variables_win_over_the_file_and_flags_over_variables()
    {
        var file = Write(
            $$"""
            target: { url: {{Server.Url}} }
            {{Gets}}
            load: { users: 3, duration: 1h }
            warmUp: 0s
            seed: 7
            """
        );
        using var tool = ToolProcess.StartWith(
            [(Variables.Concurrency, "1,2"), (Variables.Duration, "0.2"), (Variables.Seed, "9")],
            "run",
            file,
            "--seed",
            "10",
            "--out",
            Folder
        );

        await tool.WaitAsync();

        var result = Read(StoredIn(Folder));
        Assert.Equal(["1 user", "2 users"], result.Rows.Select(row => row.Load));
        Assert.Equal(10UL, result.Seed);
        Assert.Equal(
            ["environment", "environment", "bench", "option"],
            new[]
            {
                Variables.Duration,
                Variables.Concurrency,
                Variables.WarmUp,
                Variables.Seed,
            }.Select(name => OriginOf(result, name))
        );
    }

    [Fact]
    public async Task What_the_environment_gives_is_sent_and_stays_out_of_all_that_is_written()
    {
        const string Secret = "tulip \"in/bloom\"";
        var file = Write(
            $$"""
            target: { url: {{Server.Url}} }
            scenarios:
              - name: all
                steps:
                  - { path: "/echo/${GATE_KEY}", headers: { X-Key: "${GATE_KEY}" }, body: ["${GATE_KEY}"] }
            load: { users: 1, duration: 200ms }
            warmUp: 0s
            """
        );
        using var tool = ToolProcess.StartWith("GATE_KEY", Secret, "run", file, "--out", Folder);

        var ended = await tool.WaitAsync();

        Assert.Contains(
            Server.Kinds.Keys,
            kind => kind.Contains($" {Secret} application/json", StringComparison.Ordinal)
        );
        Assert.Contains("[redacted] [redacted]", ended.Output, StringComparison.Ordinal);
        string[] written =
        [
            ended.Output,
            ended.Error,
            .. Directory
                .GetFiles(Folder, "*", SearchOption.AllDirectories)
                .Where(path => path != file)
                .Select(File.ReadAllText),
        ];
        Assert.True(written.Length > 4);
        Assert.All(
            written,
            text =>
            {
                Assert.DoesNotContain("tulip", text, StringComparison.Ordinal);
                Assert.DoesNotContain("bloom", text, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData(
        "",
        "bench.yaml:3:16: load.users is '0'; allowed: a whole number from 1 to 20,000, and 0 only with stages.",
        "load: { users: 0 }"
    )]
    [InlineData("", "The bench file has no target; allowed: one there, or --target, or --gateway.")]
    [InlineData("--path /b", "--path is given with the bench file")]
    [InlineData(
        "--allow a --duration 1s",
        "--allow is given without --target",
        "target: { url: http://127.0.0.1:1 }"
    )]
    [InlineData(
        "--scrape /m --duration 1s",
        "--scrape is given without --target",
        "target: { url: http://127.0.0.1:1 }"
    )]
    [InlineData(
        "--ramp-to 5",
        "None of --users, --rate, --trace is given",
        "target: { url: http://127.0.0.1:1 }"
    )]
    [InlineData(
        "",
        "provider.port is missing; allowed: the port",
        "target: { url: http://127.0.0.1:1 }",
        "provider: {}"
    )]
    public async Task Bad_usage_is_named_and_ends_with_2(
        string args,
        string expected,
        params string[] lines
    )
    {
        var load = lines.Any(line => line.StartsWith("load", StringComparison.Ordinal))
            ? Array.Empty<string>()
            : ["load: { users: 1 }"];

        var tool = await RunAsync(
            string.Join('\n', [Gets, .. lines, .. load]),
            args.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains(expected, tool.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", tool.Error, StringComparison.Ordinal);
        Assert.Empty(tool.Output);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_2()
    {
        var tool = await ToolInProcess.RunAsync("run", "no-such-bench.yaml");

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains(
            "gatewaybench: no-such-bench.yaml:1:1: The bench file can't be read",
            tool.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("inmemory")]
    [InlineData("loopback")]
    public async Task A_gateway_is_hosted_from_its_own_folder_beside_a_provider(string transport)
    {
        var file = Write(
            $$"""
            target:
              gateway: {{Builds.Gateway}}
              transport: {{transport}}
              providerKey: OpenAI:Endpoint
              settings: { Auth: { Enabled: false }, RateLimit: { Enabled: false }, Agent:SystemPrompt: "${GATE_KEY}" }
            provider: { latency: 1ms }
            scenarios: [{ use: chat }]
            load: { users: 2, duration: 300ms }
            warmUp: 0s
            """
        );
        using var tool = ToolProcess.StartWith("GATE_KEY", "tulip", "run", file, "--out", Folder);

        var ended = await tool.WaitAsync();

        Assert.True(ended.ExitCode is 0 or 3, ended.Error);
        var result = Read(StoredIn(Folder));
        var target = Assert.Single(result.Targets);
        Assert.Equal(("Gateway", transport), (target.Name, target.Transport));
        Assert.Equal(transport, target.ProviderTransport);
        Assert.Contains("Agent:SystemPrompt=[redacted]", target.Settings);
        Assert.True(Assert.Single(result.Rows).Successes > 0);
        Assert.DoesNotContain("tulip", ended.Output + ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "deps.json' is missing, by which the gateway's libraries are found")]
    [InlineData("no dependencies", "can't be loaded")]
    [InlineData(
        """{"runtimeTarget": {"name": "x"}, "targets": {"x": {}}, "libraries": {}}""",
        "can't be loaded"
    )]
    public async Task What_is_no_gateway_ends_with_4(string? dependencies, string expected)
    {
        var path = Path.Combine(Folder, "None.dll");
        File.WriteAllText(path, "no assembly");
        if (dependencies is not null)
        {
            File.WriteAllText(Path.ChangeExtension(path, ".deps.json"), dependencies);
        }
        using var tool = ToolProcess.Start("run", Hosting("gateway", path));

        var ended = await tool.WaitAsync();

        Assert.Equal(4, ended.ExitCode);
        Assert.Contains(expected, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_is_no_gateway()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "GatewayBench.dll");
        using var tool = ToolProcess.Start("run", Hosting("gateway", library));

        var ended = await tool.WaitAsync();

        Assert.Equal(4, ended.ExitCode);
        Assert.Contains(
            "GatewayBench.dll' has no entry point; allowed: the assembly of a program",
            ended.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_project_that_does_not_build_ends_with_4_and_says_why()
    {
        var project = Path.Combine(Folder, "Broken.csproj");
        await File.WriteAllTextAsync(project, "<Project>", TestContext.Current.CancellationToken);
        using var tool = ToolProcess.Start("run", Hosting("project", project));

        var ended = await tool.WaitAsync();

        Assert.Equal(4, ended.ExitCode);
        Assert.Contains("building Broken.csproj", ended.Error, StringComparison.Ordinal);
        Assert.Contains("does not build:", ended.Error, StringComparison.Ordinal);
        Assert.Contains("error MSB", ended.Error, StringComparison.Ordinal);
    }

    private string Hosting(string key, string path) =>
        Write(
            $$"""
            target: { {{key}}: {{path}} }
            {{Gets}}
            load: { users: 1 }
            """
        );

    private Task<ToolResult> RunAsync(string text, params string[] args) =>
        ToolInProcess.RunAsync([
            "run",
            Write(text),
            .. text.Contains("output:", StringComparison.Ordinal) ? [] : new[] { "--out", Folder },
            .. args,
        ]);

    private static string OriginOf(LoadResult result, string name) =>
        result.Settings.Single(setting => setting.Name == name).Origin;
}
