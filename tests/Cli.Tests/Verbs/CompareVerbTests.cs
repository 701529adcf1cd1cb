namespace GatewayBench.Cli.Tests;

/// <summary>Comparisons of real gateways, of which only the form can be asserted: figures are the machine's.</summary>
public sealed class CompareVerbTests : IDisposable
{
    private static readonly string[] Short =
    [
        "--slices",
        "2",
        "--slice",
        "30ms",
        "--open",
        "0ms",
        "--warm-up",
        "0ms",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_comparison_that_is_interrupted_keeps_its_pairs_and_can_be_gone_on_with()
    {
        var bench = Bench();
        string[] command =
        [
            "compare",
            bench,
            "--gateway",
            Builds.Gateway,
            "--b-set",
            "ApiKey=hush-hush",
            "--a-set",
            "Cache:Enabled=false",
            "--users",
            "2",
            "--out",
            _folder,
            .. Short,
        ];
        using var tool = ToolProcess.Start(command);

        var ended = tool.WaitAsync();
        // However long it waits for other load runs on this machine.
        while (!ended.IsCompleted && Stored() is not { Pairs.Count: > 0 })
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        await tool.SignalAsync("INT");
        var result = await ended;

        Assert.Equal(ExitCodes.Cancelled, result.ExitCode);
        var comparison = Stored()!;
        Assert.True(comparison.Partial);
        Assert.Equal(["Cache:Enabled=false"], comparison.A.Settings);
        Assert.Equal(["ApiKey=[redacted]"], comparison.B.Settings);
        var pair = comparison.Pairs[0];
        Assert.Null(pair.Discarded);
        Assert.Equal(["OK/s", "Alloc/req"], pair.Figures.Select(figure => figure.Metric));
        Assert.All(pair.Figures, figure => Assert.True(figure is { A: > 0, B: > 0 }));
        Assert.Equal(
            (2, 2, "loopback"),
            (comparison.Plan.Users, comparison.Plan.Slices, comparison.Plan.Transport)
        );
        Assert.Contains("PARTIAL", result.Output, StringComparison.Ordinal);
        Assert.Contains("pair 1 of at most 40: OK/s", result.Error, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(
            Path.Combine(StoredFolder, "report.html"),
            TestContext.Current.CancellationToken
        );
        foreach (var text in new[] { page, result.Output, result.Error })
        {
            Assert.DoesNotContain("hush-hush", text, StringComparison.Ordinal);
        }

        var other = await ToolInProcess.RunAsync([
            .. command,
            "--resume",
            StoredFolder,
            "--seed",
            "7",
        ]);
        Assert.Equal(ExitCodes.Usage, other.ExitCode);
        Assert.Contains(
            "a comparison, but of something else",
            other.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_arm_that_can_not_work_is_named_with_its_reason()
    {
        var result = await CompareAsync("--b-set", "Auth:Enabled=true");

        Assert.Equal(ExitCodes.NotStarted, result.ExitCode);
        Assert.Contains("B (Gateway): The first", result.Error, StringComparison.Ordinal);
        Assert.Contains("http_4xx", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_where_one_build_differs_from_itself_gets_no_verdict()
    {
        LeaningNoise.Store(
            _folder,
            Bench(),
            plan => plan with { Users = 2, Slices = 2, SliceSeconds = 0.03, WarmUpSeconds = 0 }
        );

        var result = await CompareAsync("--b-set", "A=b", "--store", _folder);

        Assert.Equal(ExitCodes.Invalid, result.ExitCode);
        Assert.Contains(
            "no verdict may be given here. It leans.",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Empty(
            Directory.GetFiles(_folder, PairedComparison.FileName, SearchOption.AllDirectories)
        );
    }

    [Theory]
    [InlineData("The bench file is missing", "a", "b")]
    [InlineData("given twice", "{bench}", "--bench", "x")]
    [InlineData("the same build with the same settings", "{bench}")]
    [InlineData("'nowhere' is no URL, folder or .dll", "nowhere", "b", "{bench}")]
    [InlineData("--a-set is no configuration value", "{bench}", "--a-set", "hush")]
    [InlineData("--pairs is '6'; allowed: 7 to 160", "{bench}", "--pairs", "6")]
    [InlineData(
        "--time is 5m, in which 5 pairs fit that take up to 52s each; allowed: 364s or more, for 7 pairs.",
        "{bench}",
        "--b-set",
        "A=1",
        "--time",
        "5m"
    )]
    [InlineData(
        "--pairs is given with --time",
        "{bench}",
        "--b-set",
        "A=1",
        "--time",
        "5m",
        "--pairs",
        "9"
    )]
    [InlineData(
        "--metric is 'cpu', which is of the open load",
        "{bench}",
        "--b-set",
        "A=1",
        "--metric",
        "cpu",
        "--open",
        "0ms"
    )]
    [InlineData("--row is 'x'; allowed: ", "{bench}", "--b-set", "A=1", "--row", "x")]
    [InlineData("--gateway is 'gone'", "{bench}", "--gateway", "gone")]
    [InlineData("--project", "{bench}", "--gateway", "{bench}", "--project", "{bench}")]
    [InlineData(
        "takes no settings",
        "http://127.0.0.1:1",
        "http://127.0.0.1:2",
        "{bench}",
        "--a-set",
        "K=V"
    )]
    [InlineData("One arm is a URL", "http://127.0.0.1:1", "{gateway}", "{bench}")]
    [InlineData(
        "--resume is",
        "{bench}",
        "--gateway",
        "{gateway}",
        "--b-set",
        "A=b",
        "--resume",
        "nowhere"
    )]
    [InlineData(
        "--metric is 'p50'; allowed: rate, allocations, cpu, p99",
        "{bench}",
        "--metric",
        "p50"
    )]
    public async Task Wrong_usage_is_named(string expected, params string[] args)
    {
        var bench = Bench();
        var result = await ToolInProcess.RunAsync([
            "compare",
            .. args.Select(arg => arg.Replace("{bench}", bench, StringComparison.Ordinal))
                .Select(arg => arg.Replace("{gateway}", Builds.Gateway, StringComparison.Ordinal)),
            "--out",
            _folder,
        ]);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("provider: { port: 1234 }", "provider.port")]
    public async Task A_bench_file_that_two_arms_can_not_share_is_refused(
        string provider,
        string why
    )
    {
        var bench = Bench(provider);

        var result = await ToolInProcess.RunAsync("noise", bench, "--gateway", Builds.Gateway);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
    }

    private Task<ToolResult> CompareAsync(params string[] more) =>
        ToolInProcess.RunAsync([
            "compare",
            Bench(),
            "--gateway",
            Builds.Gateway,
            "--users",
            "2",
            "--out",
            _folder,
            .. Short,
            .. more,
        ]);

    private string StoredFolder => Directory.GetDirectories(_folder, "chat-*").Single();

    private PairedComparison? Stored() =>
        Directory.GetFiles(_folder, PairedComparison.FileName, SearchOption.AllDirectories)
            is [var file]
            ? ComparisonFile.Read(Path.GetDirectoryName(file)!)
            : null;

    private string Bench(string provider = "provider: { latency: none }") =>
        ChatBench.WriteTo(_folder, provider);
}
