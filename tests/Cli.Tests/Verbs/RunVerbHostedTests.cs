namespace GatewayBench.Cli.Tests;

/// <summary>Gateways that the command line alone says how to host.</summary>
public sealed class RunVerbHostedTests : RunFixture
{
    private static readonly string[] Chats =
    [
        "--path",
        "/api/chat",
        "--post",
        """{"message": "{prompt}"}""",
        "--setting",
        "Auth:Enabled=false",
        "--setting",
        "RateLimit:Enabled=false",
        "--provider-key",
        "OpenAI:Endpoint",
        "--provider-latency",
        "1ms",
    ];

    [Theory]
    [InlineData("inprocess", "inmemory")]
    [InlineData("child", "loopback")]
    public async Task A_gateway_is_hosted_beside_a_provider(string hosting, string transport)
    {
        var ended = await RunAsync(
            Builds.Gateway,
            [
                "--hosting",
                hosting,
                "--transport",
                transport,
                "--setting",
                "Agent:Key=tulip",
                "--meters",
                "Gateway",
                .. Chats,
            ]
        );

        Assert.True(ended.ExitCode is 0 or 3, ended.Error);
        var result = Read(StoredIn(Folder));
        var target = Assert.Single(result.Targets);
        Assert.Equal(
            ("Gateway", hosting, transport),
            (target.Name, target.Hosting, target.Transport)
        );
        Assert.Contains("Auth:Enabled=false", target.Settings);
        Assert.NotNull(target.ProviderOptions);
        var row = Assert.Single(result.Rows);
        Assert.True(row.Successes > 0);
        Assert.Empty(row.Errors);
        Assert.Contains(
            row.Series,
            one => one.Name.StartsWith("gateway.chat.requests", StringComparison.Ordinal)
        );
        Assert.Contains("--hosting " + hosting, result.Command, StringComparison.Ordinal);
        Assert.DoesNotContain("tulip", result.Command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_win_over_the_variable_and_over_a_bench_file()
    {
        var file = Path.Combine(Folder, "bench.yaml");
        await File.WriteAllTextAsync(
            file,
            $$"""
            schemaVersion: 1
            target: { gateway: {{Builds.FaultyGateway}}, transport: testserver, settings: { Value: file, Other: file } }
            scenarios: [{ steps: [{ path: /value, expect: { contains: "option, option" } }] }]
            load: { users: 1, duration: 200ms }
            warmUp: 0s
            """,
            TestContext.Current.CancellationToken
        );
        using var tool = ToolProcess.StartWith(
            Variables.Transport,
            "inmemory",
            "run",
            file,
            "--transport",
            "loopback",
            "--hosting",
            "child",
            "--setting",
            "Value=option",
            "--out",
            Folder
        );

        var ended = await tool.WaitAsync();

        Assert.True(ended.ExitCode is 0 or 3, ended.Error);
        var result = Read(StoredIn(Folder));
        var target = Assert.Single(result.Targets);
        Assert.Equal(("child", "loopback"), (target.Hosting, target.Transport));
        Assert.Equal(["Other=file", "Value=option"], target.Settings);
        Assert.Null(target.ProviderOptions);
        Assert.Equal(
            [
                new SettingOrigin(Variables.Transport, "loopback", "option"),
                new SettingOrigin("hosting", "child", "option"),
                new SettingOrigin("heap limit", "none", "code"),
            ],
            result.Settings.TakeLast(3)
        );
        Assert.Empty(Assert.Single(result.Rows).Errors);
    }

    [Theory]
    [InlineData("--gateway gone.dll", "--gateway is 'gone.dll'; allowed: a project file")]
    [InlineData("--gateway /dev/null", "--gateway is '/dev/null'; allowed: a project file")]
    [InlineData(
        "--hosting child",
        "--hosting is given without a gateway to host; allowed: with --gateway"
    )]
    [InlineData(
        "--target http://127.0.0.1:1 --setting A=b",
        "--setting is given with --target and without a gateway to host"
    )]
    [InlineData(
        "--gateway GATEWAY --hosting docker",
        "--hosting is 'docker'; allowed: inprocess, child."
    )]
    [InlineData(
        "--gateway GATEWAY --transport udp",
        "--transport is 'udp'; allowed: loopback, inmemory, testserver."
    )]
    [InlineData(
        "--gateway GATEWAY --setting secret",
        "--setting is no configuration value; allowed: KEY=VALUE"
    )]
    [InlineData(
        "--gateway GATEWAY --heap-limit 1kB",
        "--heap-limit: '1kB' is not a heap limit; allowed: 16MB or more"
    )]
    [InlineData(
        "--gateway GATEWAY --heap-limit 64MB",
        "The heap limit of 64.0 MB would be the tool's too; allowed: with --hosting child"
    )]
    [InlineData(
        "--gateway GATEWAY --hosting child --transport inmemory",
        "The transport is 'inmemory', which ends at the tool's own process"
    )]
    [InlineData(
        "--gateway GATEWAY --hosting child --fresh",
        "--http2 and --fresh are not for a gateway that is a process of its own"
    )]
    [InlineData(
        "--gateway GATEWAY --provider-latency 1ms",
        "--provider-latency is given without --provider-key"
    )]
    [InlineData("--gateway GATEWAY --provider-key A --provider-latency 1", "--provider-latency")]
    public async Task Bad_usage_is_named_and_ends_with_2(string args, string expected)
    {
        var tool = await ToolInProcess.RunAsync([
            "run",
            "--users",
            "1",
            "--out",
            Folder,
            .. args.Replace("GATEWAY", Builds.Gateway, StringComparison.Ordinal).Split(' '),
        ]);

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains(expected, tool.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", tool.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    private Task<ToolResult> RunAsync(string gateway, params string[] args) =>
        ToolProcess.RunAsync([
            "run",
            "--gateway",
            gateway,
            "--users",
            "2",
            "--duration",
            "300ms",
            "--warm-up",
            "0ms",
            "--out",
            Folder,
            .. args,
        ]);
}
