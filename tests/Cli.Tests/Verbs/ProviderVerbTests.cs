using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace GatewayBench.Cli.Tests;

public sealed partial class ProviderVerbTests
{
    private const string Question = """{"model":"m","messages":[{"role":"user","content":"hi"}]}""";

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_provider_answers_until_it_is_told_to_stop_and_ends_with_0(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no POSIX signals.");
        using var tool = ToolProcess.Start("provider", "--port", "0", "--latency-p50", "0ms");
        var line = await tool.ReadLineAsync();
        var answer = await AskAsync(line);

        await tool.SignalAsync(signal);
        var result = await tool.WaitAsync();

        Assert.Equal(HttpStatusCode.OK, answer);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            "Stopped. Requests to models: 1 (1 x 200). Tokens: 8 in, 50 out",
            result.Output.TrimEnd().Split(Environment.NewLine)[^1]
        );
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task The_first_lines_tell_how_to_point_SDKs_at_it()
    {
        using var tool = ToolProcess.Start("provider", "--port", "0");

        var url = Url().Match(await tool.ReadLineAsync()).Value;

        Assert.Equal($"  OPENAI_BASE_URL={url}v1 OPENAI_API_KEY=any", await tool.ReadLineAsync());
        Assert.Equal(
            $"  ANTHROPIC_BASE_URL={url} ANTHROPIC_API_KEY=any",
            await tool.ReadLineAsync()
        );
    }

    [Fact]
    public async Task The_limits_reach_the_provider()
    {
        using var tool = ToolProcess.Start([
            "provider",
            "--port",
            "0",
            "--latency-p50",
            "0ms",
            "--requests-per-minute",
            "1",
        ]);
        var line = await tool.ReadLineAsync();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(line));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(line));
    }

    /// <summary>Of ten minutes 0.6 s are left; whoever waits for all of them gives up before.</summary>
    [Fact]
    public async Task Its_time_can_be_scaled_as_that_of_a_run_at_its_URL()
    {
        using var tool = ToolProcess.Start([
            "provider",
            "--port",
            "0",
            "--latency",
            "10m",
            "--time-scale",
            "0.001",
        ]);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(await tool.ReadLineAsync()));
    }

    [Fact]
    public async Task A_flag_wins_over_a_file()
    {
        using var file = new SettingsFile(
            """
            {"FakeProvider": {"Port": 0, "Latency": "none", "ReplyTokens": 7,
              "RateLimit": {"RequestsPerMinute": 1}}}
            """
        );
        using var tool = ToolProcess.Start([
            "provider",
            "--config",
            file.Path,
            "--requests-per-minute",
            "unlimited",
        ]);
        var line = await tool.ReadLineAsync();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(line));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(line));
        await tool.SignalAsync("INT");
        Assert.Contains("16 in, 14 out", (await tool.WaitAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_occupied_port_ends_with_4_and_says_what_to_do()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var result = await ToolProcess.RunAsync("provider", "--port", $"{port}");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains($"127.0.0.1:{port}", result.Error, StringComparison.Ordinal);
        Assert.Contains("choose another", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("--port is 'abc'; allowed: 0 to 65535", "--port", "abc")]
    [InlineData("--port is '65536'; allowed: 0 to 65535", "--port", "65536")]
    [InlineData("Required argument missing for option: '--port'", "--port")]
    [InlineData("--address is 'home'; allowed: an IP address", "--address", "home")]
    [InlineData("--address is '0.0.0.0'; allowed: a loopback address", "--address", "0.0.0.0")]
    [InlineData("--latency-p50 is 'soon'; allowed: a number and a unit", "--latency-p50", "soon")]
    [InlineData("--latency-p50 is '25h'; allowed", "--latency-p50", "25h")]
    [InlineData("--latency-p99 is '5'; allowed: a number and a unit", "--latency-p99", "5")]
    [InlineData(
        "--latency-p99 is 100ms with --latency-p50 200ms; allowed",
        "--latency-p99",
        "100ms"
    )]
    [InlineData(
        "--latency-p99 is 1s with --latency-p50 1.5s; allowed",
        "--latency-p50",
        "1.5s",
        "--latency-p99",
        "1s"
    )]
    [InlineData("with --latency-p50 0ms; allowed", "--latency-p50", "0ms", "--latency-p99", "1s")]
    [InlineData("--requests-per-minute is '0'; allowed: 1 to", "--requests-per-minute", "0")]
    [InlineData("--tokens-per-minute is '1.5'; allowed: 1 to", "--tokens-per-minute", "1.5")]
    [InlineData("--seed is '-1'; allowed: 0 to", "--seed", "-1")]
    [InlineData("--latency: 'soon' is not a delay: at character 1", "--latency", "soon")]
    [InlineData("--latency-p99 is given with --latency", "--latency", "1s", "--latency-p99", "2s")]
    [InlineData("--preset is 'x'; allowed: frontier-hosted-a, ", "--preset", "x")]
    [InlineData("--slots is '0'; allowed: 1 to 2147483647, or unlimited", "--slots", "0")]
    [InlineData("--allow-remote is 'x'; allowed: true or false", "--allow-remote", "x")]
    [InlineData("--model is 'm'; allowed: a model's name, an equals", "--model", "m")]
    [InlineData("--fault: Fault 'oops' has 'oops' at ", "--fault", "oops")]
    [InlineData("--outage: '5s' is not an outage", "--outage", "10s+5s", "--outage", "5s")]
    [InlineData("--stubs is 'no-such'; allowed: a folder that exists", "--stubs", "no-such")]
    [InlineData("--replies: 'no-such' is not a file of scripts", "--replies", "no-such")]
    [InlineData("--config is 'no-such'; allowed: a JSON file", "--config", "no-such")]
    public async Task A_bad_value_is_named_with_its_option_and_ends_with_2(
        string expected,
        params string[] args
    )
    {
        var result = await ToolInProcess.RunAsync(["provider", .. args]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("gatewaybench: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.Error.TrimEnd().Split('\n').Length);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Help_shows_every_option_with_its_default()
    {
        var help = (await ToolInProcess.RunAsync("provider", "--help")).Output;

        Assert.All(
            OptionTable.All,
            setting => Assert.Contains($"\n  {setting.Flag} ", help, StringComparison.Ordinal)
        );
        string[] expected =
        [
            "--port <number>",
            "[default: 8090]",
            "[default: lognormal(p50=200ms,p99=2s)]",
            "--latency-p50 <duration>",
            "[default: unlimited]",
            "--fault <fault>",
            "Can be given again.",
        ];
        Assert.All(help.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.All(expected, text => Assert.Contains(text, help, StringComparison.Ordinal));
    }

    private static async Task<HttpStatusCode> AskAsync(string firstLine)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Url().Match(firstLine).Value) };
        using var response = await http.PostAsync(
            "v1/chat/completions",
            new StringContent(Question),
            TestContext.Current.CancellationToken
        );
        return response.StatusCode;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Url();
}
