namespace GatewayBench.Cli.Tests;

public sealed class ReportVerbTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;
    private string _run = "";

    private string Stored => Path.Combine(_run, "result.json");

    /// <summary>A real run, but not the only one on this machine: nobody reads its figures.</summary>
    public async ValueTask InitializeAsync()
    {
        await using var server = await LoadedServer.StartAsync();
        await LoadRunner.RunAsync(
            new RemoteTarget(server.Url),
            Scenario.Http("GET /", user => user.Get("/")),
            Load.Closed(users: 2, "300ms"),
            new RunOptions
            {
                WarmUpCap = TimeSpan.Zero,
                Calibrate = false,
                Exclusive = false,
                OutputDirectory = _folder,
            },
            TestContext.Current.CancellationToken
        );
        _run = Assert.Single(Directory.GetDirectories(_folder));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_page_of_a_run_is_made_again_as_it_was()
    {
        var page = Path.Combine(_run, "report.html");
        var first = File.ReadAllText(page);
        File.Delete(page);

        var tool = await RunAsync(_run);

        Assert.Equal((0, ""), (tool.ExitCode, tool.Error));
        Assert.Equal(page, tool.Output.TrimEnd());
        Assert.Equal(first, File.ReadAllText(page));
    }

    [Theory]
    [InlineData("markdown", "# load")]
    [InlineData("console", "load")]
    [InlineData("json", "{")]
    public async Task Text_goes_to_the_standard_output(string format, string start)
    {
        var tool = await RunAsync(Stored, "--format", format);

        Assert.Equal((0, ""), (tool.ExitCode, tool.Error));
        Assert.StartsWith(start, tool.Output, StringComparison.Ordinal);
        if (format == "json")
        {
            Assert.Equal(File.ReadAllText(Stored), tool.Output);
        }
    }

    [Theory]
    [InlineData("html", "report.html")]
    [InlineData("markdown", "report.md")]
    [InlineData("console", "report.txt")]
    [InlineData("json", "result.json")]
    [InlineData("csv", "rows.csv,slices.csv")]
    [InlineData("hgrm", "01-GET-2-service-time-of-successes.hgrm,01-GET-2-successes.hgrm")]
    public async Task With_a_folder_each_format_writes_its_files(string format, string names)
    {
        var folder = Path.Combine(_folder, "new", "folder");

        var tool = await RunAsync(Stored, "--format", format, "--out", folder);

        Assert.Equal((0, ""), (tool.ExitCode, tool.Error));
        Assert.Equal(
            names.Split(','),
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.All(Directory.GetFiles(folder), file => Assert.True(new FileInfo(file).Length > 0));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var missing = Path.Combine(_folder, "missing.json");

        await RefusedAsync($"'{missing}' can't be read; allowed: a result.json", missing);
    }

    [Fact]
    public async Task A_result_that_was_cut_off_is_refused()
    {
        var whole = File.ReadAllBytes(Stored);
        File.WriteAllBytes(Stored, whole[..(whole.Length / 2)]);

        await RefusedAsync("Not a result", Stored);
    }

    [Fact]
    public async Task A_version_that_can_not_be_read_is_named()
    {
        var json = File.ReadAllText(Stored);
        File.WriteAllText(
            Stored,
            json.Replace("\"schemaVersion\": 1", "\"schemaVersion\": 99", StringComparison.Ordinal)
        );

        await RefusedAsync("schemaVersion 99 can't be read; allowed: 1.", Stored);
    }

    [Fact]
    public async Task A_folder_that_can_not_be_made_is_named_and_what_is_allowed()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        var folder = Path.Combine(file, "sub");

        await RefusedAsync(
            $"report.html can't be written to '{folder}'; allowed",
            Stored,
            "--out",
            folder
        );
    }

    [Fact]
    public async Task A_full_disk_is_told_and_leaves_the_old_page_and_the_result()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "A device that is always full is Linux's.");
        var (page, result) = (Path.Combine(_run, "report.html"), File.ReadAllBytes(Stored));
        var before = File.ReadAllText(page);
        File.CreateSymbolicLink(page + ".tmp", "/dev/full");

        await RefusedAsync("report.html can't be written", Stored);

        Assert.Equal(before, File.ReadAllText(page));
        Assert.Equal(result, File.ReadAllBytes(Stored));
        Assert.False(File.Exists(page + ".tmp"));
    }

    [Theory]
    [InlineData(
        "--format is 'pdf'; allowed: html, markdown, console, json, csv, hgrm.",
        "--format",
        "pdf"
    )]
    [InlineData("--out is ''; allowed", "--out", "")]
    [InlineData("'--nonsense'", "--nonsense")]
    public async Task Options_that_make_no_sense_are_refused(
        string message,
        params string[] args
    ) => await RefusedAsync(message, [Stored, .. args]);

    [Fact]
    public async Task Without_a_result_it_says_what_it_needs() =>
        Assert.Equal(2, (await RunAsync()).ExitCode);

    private static async Task RefusedAsync(string message, params string[] args)
    {
        var tool = await RunAsync(args);

        Assert.Equal((2, ""), (tool.ExitCode, tool.Output));
        Assert.Contains(message, tool.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", tool.Error, StringComparison.Ordinal);
    }

    private static Task<ToolResult> RunAsync(params string[] args) =>
        ToolInProcess.RunAsync(["report", .. args]);
}
