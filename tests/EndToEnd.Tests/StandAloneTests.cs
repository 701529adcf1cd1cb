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
        "dotnet run --project src/Gateway -- --OpenAI:Endpoint=http://127.0.0.1:8090/v1 --Auth:Enabled=false";
    private const string LoadGateway =
        "dotnet run --project src/Cli -c Release -- run --target http://127.0.0.1:5080 --path /health --rate 200";
    private const string Doctor = "dotnet run --project src/Cli -c Release -- doctor";
    private const string Record =
        "dotnet run --project src/Cli -c Release -- baseline record --from artifacts/load";
    private const string Check =
        "dotnet run --project src/Cli -c Release -- baseline check artifacts/load/RUN";
    private const string List = "dotnet run --project src/Cli -c Release -- baseline list";
    private const string AskGateway =
        """curl http://127.0.0.1:5080/api/chat -H 'content-type: application/json' -d '{"message": "hello"}'""";
    private const string AskProvider =
        """curl http://127.0.0.1:8090/v1/chat/completions -d '{"model":"m","messages":[{"role":"user","content":"hello"}]}'""";

    /// <summary>Ports of this test in place of the documented ones, which may be taken.</summary>
    private readonly string _providerPort = FreePort();
    private readonly string _gatewayPort = FreePort();

    public static bool Runs(string command) =>
        command
            is Provider
                or TailedProvider
                or Gateway
                or LoadGateway
                or Doctor
                or Record
                or Check
                or List
                or AskGateway
                or AskProvider;

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
    public async Task The_tool_loads_the_gateway_where_it_runs()
    {
        using var scratch = new ScratchFolder();
        using var provider = await StartAsync(Provider, "http://127.0.0.1:8090/v1/models");
        using var gateway = await StartAsync(
            Gateway + " --Urls=http://127.0.0.1:5080",
            "http://127.0.0.1:5080/health/live"
        );

        var (exitCode, output) = await Dotnet.RunAsync(
            Repository.Root,
            ArgumentsOf(LoadGateway) + $" --duration 500ms --warm-up 0ms --out {scratch.Path}"
        );

        // Not valid where the machine has other work, which is not for this test to say.
        Assert.True(exitCode is 0 or 3, output);
        Assert.Matches(@"\| GET /health +\| 200/s \| +100 \| +0 \|", output);
        var run = Assert.Single(Directory.GetDirectories(scratch.Path));
        await BaselinesTakeAsync(run, scratch.Sub("store"));
    }

    [Fact]
    public async Task The_doctor_examines_the_machine()
    {
        var (exitCode, output) = await Dotnet.RunAsync(
            Repository.Root,
            ArgumentsOf(Doctor) + " --repeats 3"
        );

        // Whether it is fit is not for this test to say.
        Assert.True(exitCode is 0 or 3, output);
        Assert.Contains("FIT to measure", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_starts_with_a_latency_tail()
    {
        using var provider = await StartAsync(TailedProvider, "http://127.0.0.1:8090/v1/models");

        Assert.False(provider.Process.HasExited);
    }

    /// <summary>What is recorded can be listed; a run is not its own baseline, which ends a check with 3.</summary>
    private async Task BaselinesTakeAsync(string run, string folder)
    {
        var store = $" --store {Path.Combine(folder, "baselines")}";
        var page = Path.Combine(folder, "BASELINES.md");
        var record =
            ArgumentsOf(Record).Replace("artifacts/load", run, StringComparison.Ordinal)
            + $"{store} --page {page}";
        var check = ArgumentsOf(Check).Replace("artifacts/load/RUN", run, StringComparison.Ordinal);

        var recorded = await Dotnet.RunAsync(Repository.Root, record);
        var listed = await Dotnet.RunAsync(Repository.Root, ArgumentsOf(List) + store);
        var checkedResult = await Dotnet.RunAsync(Repository.Root, check + store);

        Assert.True(recorded.ExitCode is 0 or 3, recorded.Output);
        Assert.True(File.Exists(page), recorded.Output);
        Assert.Equal(0, listed.ExitCode);
        Assert.Equal(3, checkedResult.ExitCode);
    }

    private async Task<Running> StartAsync(string command, string url)
    {
        var running = new Running(Dotnet.Start(Repository.Root, ArgumentsOf(command)));
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

    private string ArgumentsOf(string command) =>
        WithOurPorts(command)["dotnet ".Length..]
            .Replace(" -c Release", "", StringComparison.Ordinal)
            .Replace(
                "run --project",
                $"run --no-build -c {Repository.Configuration} --project",
                StringComparison.Ordinal
            );

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

    internal static string FreePort()
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
