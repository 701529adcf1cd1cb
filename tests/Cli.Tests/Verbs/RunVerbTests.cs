using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using GatewayBench.Support;

namespace GatewayBench.Cli.Tests;

public sealed class RunVerbTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;
    private LoadedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await LoadedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_run_prints_its_report_stores_its_result_and_ends_as_the_result_says()
    {
        var tool = await RunAsync("--users", "2", "--duration", "500ms", "--name", "two");

        var result = Stored();
        // Whether the machine was quiet is not for this test to say.
        Assert.Equal(result.IsValid ? 0 : 3, tool.ExitCode);
        Assert.Contains("GET /", tool.Output, StringComparison.Ordinal);
        Assert.Contains($"target {_server.Url}/", tool.Output, StringComparison.Ordinal);
        Assert.Contains("Report  ", tool.Output, StringComparison.Ordinal);
        Assert.All(tool.Output, character => Assert.True(char.IsAscii(character)));
        Assert.Equal("two", result.Name);
        Assert.False(result.Partial);
        Assert.Equal("2 users", Assert.Single(result.Rows).Load);
    }

    [Fact]
    public async Task A_body_gets_its_users_prompts_and_session()
    {
        var prompts = Path.Combine(_folder, "prompts.jsonl");
        File.WriteAllText(prompts, "{\"prompt\": \"say \\\"{session}\\\"\"}");

        await RunAsync(
            "--users",
            "1",
            "--path",
            "/chat",
            "--post",
            "{\"m\": \"{prompt}\", \"s\": \"{session}\"}",
            "--prompts",
            prompts
        );

        // As any writer of JSON escapes quotes.
        var quote = Regex.Escape(System.Text.Json.JsonEncodedText.Encode("\"").Value);
        var prompt = $"say {quote}{{session}}{quote} \\[\\[user:[0-9a-f]{{16}}\\]\\]";
        Assert.Matches(
            "^POST /chat  application/json; charset=utf-8 "
                + $"{{\"m\": \"{prompt}\", \"s\": \"[0-9a-f]{{32}}\"}}$",
            Assert.Single(
                _server.Kinds.Keys,
                kind => kind.Contains("say", StringComparison.Ordinal)
            )
        );
        var setting = Assert.Single(
            Stored().Settings,
            setting => setting.Name == Variables.Prompts
        );
        Assert.Equal(("prompts.jsonl", "option"), (setting.Value, setting.Origin));
    }

    [Fact]
    public async Task A_valid_result_ends_with_0_and_says_no_more()
    {
        await RunAsync("--users", "1");
        var result = Stored();
        using var error = new StringWriter();

        var code = await RunEnd.TellAsync(
            result with
            {
                Rows = [result.Rows[0] with { Invalid = [] }],
            },
            error
        );

        Assert.Equal(0, code);
        Assert.Empty(error.ToString());
    }

    [Fact]
    public async Task A_run_that_was_cancelled_before_it_measured_does_not_speak_of_figures()
    {
        await RunAsync("--users", "1");
        using var error = new StringWriter();

        var code = await RunEnd.TellAsync(Stored() with { Partial = true, Rows = [] }, error);

        Assert.Equal(130, code);
        Assert.Equal(
            "gatewaybench: cancelled before anything was measured.",
            error.ToString().TrimEnd()
        );
    }

    [Fact]
    public async Task A_load_that_meets_too_many_errors_ends_with_1_and_names_the_row()
    {
        var tool = await RunAsync("--users", "2", "--path", "/nowhere");

        Assert.Equal(1, tool.ExitCode);
        Assert.Contains(
            "GET /nowhere, 2 users: no success, see the report.",
            tool.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("404", tool.Output, StringComparison.Ordinal);
        Assert.Contains(
            "closed, 2 users, not loaded, remote,",
            tool.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Report  ", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_that_fail_a_gate_end_with_3_and_its_name()
    {
        // 100 ms at 10/s are one hit: too few for any percentile.
        var tool = await RunAsync("--rate", "10");

        Assert.Equal(3, tool.ExitCode);
        Assert.Contains(
            "gatewaybench: measurement invalid, see the report: too few samples",
            tool.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("INVALID", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_target_ends_with_4()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        var tool = await ToolInProcess.RunAsync(
            "run",
            "--target",
            $"http://127.0.0.1:{port}",
            "--users",
            "1",
            "--out",
            _folder
        );

        Assert.Equal(4, tool.ExitCode);
        Assert.Contains(
            $"gatewaybench: 'http://127.0.0.1:{port}/' can't be reached: ",
            tool.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("   at ", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_without_room_ends_with_2_and_does_not_cost_the_report()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits the size of files as Linux does.");

        var tool = await ToolProcess.RunWithoutRoomAsync(Arguments("--users", "2"));

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains("| GET /", tool.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"Reports can't be written to '{_folder}",
            tool.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("larger than a file may be here", tool.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", tool.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "*.tmp", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("INT", "--users", "2")]
    [InlineData("TERM", "--rate", "200")]
    public async Task A_signal_ends_with_130_and_leaves_the_row_in_a_partial_result(
        string signal,
        string load,
        string value
    )
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no POSIX signals.");
        using var tool = ToolProcess.Start(Arguments(load, value, "--duration", "1h"));
        await Eventually.TrueAsync(() => _server.Requests > 50);

        await tool.SignalAsync(signal);
        var ended = await tool.WaitAsync();

        Assert.Equal(130, ended.ExitCode);
        Assert.Contains("marked partial", ended.Error, StringComparison.Ordinal);
        Assert.Contains("PARTIAL", ended.Output, StringComparison.Ordinal);
        var result = Stored();
        Assert.True(result.Partial);
        Assert.InRange(Assert.Single(result.Rows).Successes, 1, _server.Requests);
    }

    [Fact]
    public async Task Headers_and_a_body_are_sent_and_stay_out_of_what_is_written()
    {
        const string Secret = "tulip";
        const string Body = """{"a":1}""";

        var tool = await RunAsync(
            "--users",
            "1",
            "--path",
            "/ask",
            "--post",
            Body,
            "--header",
            $"X-Key: {Secret}",
            "--header",
            "Content-Type: application/json5"
        );

        Assert.Contains($"POST /ask {Secret} application/json5 {Body}", _server.Kinds.Keys);
        Assert.Equal(
            $"gatewaybench run --target {_server.Url} --warm-up 0ms --out {_folder} --users 1 "
                + "--path /ask --post ... --header ... --header ... --duration 100ms",
            Stored().Command
        );
        Assert.DoesNotContain(Secret, tool.Output + tool.Error, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(_folder, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Secret, File.ReadAllText(file), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_body_is_read_from_a_file_as_it_is()
    {
        const string Body = """{"text": "two  words"}""";
        var file = Path.Combine(_folder, "ask.json");
        await File.WriteAllTextAsync(file, Body, TestContext.Current.CancellationToken);

        await RunAsync("--users", "1", "--post", $"@{file}");

        Assert.Contains(_server.Kinds.Keys, kind => kind.EndsWith(Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_result_knows_what_the_command_line_decided()
    {
        await RunAsync("--users", "1", "--seed", "7");

        var seed = Stored().Settings.Single(setting => setting.Name == Variables.Seed);
        Assert.Equal(new SettingOrigin(Variables.Seed, "7", "option"), seed);
    }

    [Theory]
    [InlineData("3 users", "--users", "3", "--users-per-second", "500", "--think-time", "1ms..2ms")]
    [InlineData("20/s", "--rate", "20", "--max-in-flight", "5")]
    [InlineData("poisson 20/s", "--rate", "20", "--arrivals", "poisson")]
    [InlineData("gamma", "--rate", "20", "--arrivals", "gamma", "--burstiness", "0.5")]
    [InlineData("ramp 20 to 40/s", "--rate", "20", "--ramp-to", "40")]
    public async Task Each_kind_of_load_is_run(string expected, params string[] load)
    {
        await RunAsync(load);

        Assert.Contains(expected, Assert.Single(Stored().Rows).Load, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_is_run_to_its_end()
    {
        var trace = Path.Combine(_folder, "arrivals.txt");
        await File.WriteAllTextAsync(trace, "0\n0.1\n0.2\n", TestContext.Current.CancellationToken);

        await ToolInProcess.RunAsync(Common("--trace", trace));

        Assert.Equal(3, Assert.Single(Stored().Rows).Open!.Offered);
    }

    private Task<ToolResult> RunAsync(params string[] args) =>
        ToolInProcess.RunAsync(Arguments(args));

    private string[] Arguments(params string[] args) =>
        args.Contains("--duration") ? Common(args) : Common([.. args, "--duration", "100ms"]);

    private string[] Common(params string[] args) =>
        ["run", "--target", _server.Url, "--warm-up", "0ms", "--out", _folder, .. args];

    private LoadResult Stored() =>
        ResultFile.Deserialize(
            File.ReadAllBytes(
                Directory.GetFiles(_folder, "result.json", SearchOption.AllDirectories).Single()
            )
        );
}
