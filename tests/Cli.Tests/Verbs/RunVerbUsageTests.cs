namespace GatewayBench.Cli.Tests;

/// <summary>What <c>run</c> refuses before it sends anything: nothing listens at the target.</summary>
public sealed class RunVerbUsageTests
{
    [Theory]
    [InlineData("None of --users, --rate, --trace is given; allowed: exactly one.")]
    [InlineData("--users and --rate are given; allowed", "--users", "1", "--rate", "1")]
    [InlineData("--ramp-to is given with --users", "--users", "1", "--ramp-to", "5")]
    [InlineData("--arrivals is given with --users", "--users", "1", "--arrivals", "poisson")]
    [InlineData("--max-in-flight is given with --users", "--users", "1", "--max-in-flight", "5")]
    [InlineData("--think-time is given with --rate", "--rate", "1", "--think-time", "1s..2s")]
    [InlineData(
        "--users-per-second is given with --rate",
        "--rate",
        "1",
        "--users-per-second",
        "5"
    )]
    [InlineData("--duration is given with --trace", "--trace", "x", "--duration", "5s")]
    [InlineData("--burstiness and --arrivals gamma belong", "--rate", "1", "--burstiness", "2")]
    [InlineData("--burstiness and --arrivals gamma belong", "--rate", "1", "--arrivals", "gamma")]
    [InlineData("--users is '0'; allowed: 1 to 20000", "--users", "0")]
    [InlineData("--users is '1.0'; allowed: 1 to 20000", "--users", "1.0")]
    [InlineData("--rate is '0'; allowed: 0.001 to 1000000", "--rate", "0")]
    [InlineData("--rate is 'NaN'; allowed", "--rate", "NaN")]
    [InlineData(
        "--arrivals is 'odd'; allowed: constant, poisson, gamma",
        "--rate",
        "1",
        "--arrivals",
        "odd"
    )]
    [InlineData("--think-time is '2s..1s'; allowed: two", "--users", "1", "--think-time", "2s..1s")]
    [InlineData("--think-time is '2s'; allowed: two", "--users", "1", "--think-time", "2s")]
    [InlineData("--duration is '10ms'; allowed: a number", "--users", "1", "--duration", "10ms")]
    [InlineData("--path is 'health'; allowed: a path", "--users", "1", "--path", "health")]
    [InlineData("blanks and the like escaped", "--users", "1", "--path", "/a b|c")]
    [InlineData("without a fragment", "--users", "1", "--path", "/v1/models?x=1#f")]
    [InlineData("--path is '//other'; allowed: a path", "--users", "1", "--path", "//other")]
    [InlineData("--post is no JSON; allowed: JSON", "--users", "1", "--post", "{")]
    [InlineData(
        "--header Content-Type is given without --post",
        "--users",
        "1",
        "--header",
        "Content-Type: text/plain"
    )]
    [InlineData(
        "--post is '@no-such-file.json'; allowed: JSON, or",
        "--users",
        "1",
        "--post",
        "@no-such-file.json"
    )]
    [InlineData(
        "--prompts is given, and --post has no {prompt}; allowed: both or neither.",
        "--users",
        "1",
        "--prompts",
        "any"
    )]
    [InlineData(
        "--prompts is 'no-such-prompts.jsonl'; allowed: a file of prompts",
        "--users",
        "1",
        "--post",
        "[\"{prompt}\"]",
        "--prompts",
        "no-such-prompts.jsonl"
    )]
    [InlineData("--trace is 'no-such-trace.txt'; allowed: a file", "--trace", "no-such-trace.txt")]
    [InlineData("--allow: 'a:1' is not a host", "--users", "1", "--allow", "a:1")]
    [InlineData("--scrape: 'metrics' ", "--users", "1", "--scrape", "metrics")]
    [InlineData("--name is ''; allowed: anything but nothing", "--users", "1", "--name", "")]
    [InlineData(
        "--seed is '-1'; allowed: 0 to 18446744073709551615",
        "--users",
        "1",
        "--seed",
        "-1"
    )]
    [InlineData("--warm-up is '2h'; allowed: a number", "--users", "1", "--warm-up", "2h")]
    [InlineData("--out is ' '; allowed: anything but nothing", "--users", "1", "--out", " ")]
    [InlineData("--user", "--user", "1")]
    [InlineData("--users", "--users")]
    [InlineData("--users", "--users", "1", "--users", "2")]
    [InlineData("extra", "--users", "1", "extra")]
    [InlineData("--slo: '' is no SLO, at character 1", "--users", "1", "--slo", "")]
    public async Task Bad_usage_is_named_and_ends_with_2(string expected, params string[] args)
    {
        var result = await RunAsync("http://127.0.0.1:1", args);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("gatewaybench: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Without_a_target_there_is_nothing_to_load()
    {
        var result = await ToolInProcess.RunAsync("run", "--users", "1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--target", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_can_not_be_made_is_named_before_anything_is_sent()
    {
        await using var server = await LoadedServer.StartAsync();
        var file = Path.GetTempFileName();

        var result = await RunAsync(server.Url, "--users", "1", "--out", file);
        File.Delete(file);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            $"gatewaybench: Reports can't be written to '{file}",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData(Variables.Concurrency, "32", "the options of run say it")]
    [InlineData(
        Variables.Duration,
        "soon",
        "GATEWAYBENCH_DURATION_SECS=soon is not valid; allowed: "
    )]
    public async Task A_variable_that_means_nothing_here_or_can_not_be_read_ends_with_2(
        string variable,
        string value,
        string expected
    )
    {
        using var tool = ToolProcess.StartWith(
            variable,
            value,
            "run",
            "--target",
            "http://127.0.0.1:1",
            "--users",
            "1"
        );

        var result = await tool.WaitAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(variable, result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target is 'http://10.0.0.1/', which is not on this machine", "http://10.0.0.1")]
    [InlineData("--target: 'nonsense' does not parse as a URL; allowed: http://HOST", "nonsense")]
    [InlineData("--target: 'ftp://127.0.0.1/' has the scheme ftp; allowed", "ftp://127.0.0.1/")]
    [InlineData("'http://127.0.0.1/a?...' has a query; allowed", "http://127.0.0.1/a?key=tulip")]
    [InlineData("has a user or password", "http://me:tulip@127.0.0.1")]
    public async Task A_target_that_must_not_be_loaded_ends_with_2(string expected, string url)
    {
        var result = await RunAsync(url, "--users", "1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("tulip", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tulip")]
    [InlineData("bad name: tulip")]
    [InlineData("Na\u00efve: tulip")]
    [InlineData("X-Key: tulip\u00fc")]
    [InlineData("X-Key: tulip\r\nX-Other: 1")]
    [InlineData("content-length: tulip")]
    public async Task A_malformed_header_is_refused_without_being_repeated(string header)
    {
        var result = await RunAsync("http://127.0.0.1:1", "--users", "1", "--header", header);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "--header is no header; allowed: \"Name: value\"",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("tulip", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_that_is_none_is_refused_with_its_line()
    {
        var trace = Path.GetTempFileName();
        await File.WriteAllTextAsync(trace, "0\nsoon\n", TestContext.Current.CancellationToken);

        var result = await RunAsync("http://127.0.0.1:1", "--trace", trace);
        File.Delete(trace);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'soon' is no timestamp", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_every_option()
    {
        var help = (await ToolInProcess.RunAsync("run", "--help")).Output;

        string[] expected =
        [
            "<bench file>",
            "--target <url>",
            "--allow <host>",
            "--http2",
            "--fresh",
            "--path <path>",
            "--post <json>",
            "--header <name: value>",
            "--users <number>",
            "--users-per-second <number>",
            "--think-time <min..max>",
            "--rate <number>",
            "--ramp-to <number>",
            "--arrivals <constant|poisson|gamma>",
            "--burstiness <number>",
            "--trace <file>",
            "--max-in-flight <number>",
            "--duration <duration>",
            "--slo <expression>",
            "--warm-up <duration>",
            "--seed <number>",
            "--out <folder>",
            "--name <name>",
            "--store <folder>",
        ];
        Assert.All(expected, text => Assert.Contains(text, help, StringComparison.Ordinal));
    }

    private static Task<ToolResult> RunAsync(string url, params string[] args) =>
        ToolInProcess.RunAsync(["run", "--target", url, .. args]);
}
