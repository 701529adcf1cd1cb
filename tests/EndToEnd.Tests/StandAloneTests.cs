using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GatewayBench.EndToEnd;

/// <summary>The commands that the documentation gives for running the parts alone.</summary>
public sealed class StandAloneTests
{
    private const string Provider = "dotnet run --project src/Cli -- provider --port 8090";
    private const string TailedProvider = Provider + " --latency-p50 400ms --latency-p99 4s";
    private const string Gateway =
        "dotnet run --project src/Gateway -- --OpenAI:Endpoint=http://127.0.0.1:8090/v1";
    private const string AskGateway =
        """curl http://127.0.0.1:5080/api/chat -H 'content-type: application/json' -d '{"message": "hello"}'""";
    private const string AskProvider =
        """curl http://127.0.0.1:8090/v1/chat/completions -d '{"model":"m","messages":[{"role":"user","content":"hello"}]}'""";

    /// <summary>Ports of this test in place of the documented ones, which may be taken.</summary>
    private readonly string _providerPort = FreePort();
    private readonly string _gatewayPort = FreePort();

    public static bool Runs(string command) =>
        command is Provider or TailedProvider or Gateway or AskGateway or AskProvider;

    [Fact]
    public async Task The_gateway_and_the_provider_run_alone_and_answer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of a Unix shell.");
        using var provider = await StartAsync(Provider, "http://127.0.0.1:8090/v1/models");
        using var gateway = await StartAsync(
            Gateway + " --Urls=http://127.0.0.1:5080",
            "http://127.0.0.1:5080/health/live"
        );

        Assert.Contains("\"reply\":", await ShellAsync(AskGateway), StringComparison.Ordinal);
        Assert.Contains("chat.completion", await ShellAsync(AskProvider), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_starts_with_a_latency_tail()
    {
        using var provider = await StartAsync(TailedProvider, "http://127.0.0.1:8090/v1/models");

        Assert.False(provider.Process.HasExited);
    }

    private async Task<Running> StartAsync(string command, string url)
    {
        var arguments = WithOurPorts(command)["dotnet ".Length..]
            .Replace(
                "run ",
                $"run --no-build -c {Repository.Configuration} ",
                StringComparison.Ordinal
            );
        var running = new Running(Dotnet.Start(Repository.Root, arguments));
        using var client = new HttpClient();
        while (!running.Process.HasExited)
        {
            try
            {
                await client.GetAsync(WithOurPorts(url), TestContext.Current.CancellationToken);
                return running;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
        Assert.Fail(
            await running.Process.StandardError.ReadToEndAsync(
                TestContext.Current.CancellationToken
            )
        );
        return running;
    }

    private async Task<string> ShellAsync(string command)
    {
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", WithOurPorts(command)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        return await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private string WithOurPorts(string text) =>
        text.Replace("8090", _providerPort, StringComparison.Ordinal)
            .Replace("5080", _gatewayPort, StringComparison.Ordinal);

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private sealed record Running(Process Process) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill(entireProcessTree: true);
            Process.Dispose();
        }
    }
}
