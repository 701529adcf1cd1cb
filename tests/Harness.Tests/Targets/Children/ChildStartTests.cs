using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GatewayBench.Tests.Targets.Children;

public sealed class ChildStartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gateway_that_does_not_start_says_why_as_in_process()
    {
        await using var here = Invalid();
        await using var there = Invalid().UseHosting(Hosting.Child);

        var error = await FailureAsync(here);

        Assert.StartsWith(
            "Gateway 'Gateway' did not start: OptionsValidationException: OpenAI:TimeoutSeconds is '-3'",
            error,
            StringComparison.Ordinal
        );
        Assert.Equal(error, await FailureAsync(there));

        static GatewayHost<Program> Invalid() =>
            SampleGateway.WithoutProvider().UseSetting("OpenAI:TimeoutSeconds", "-3");
    }

    [Fact]
    public async Task An_occupied_port_is_named_with_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var gateway = Gateways.Faulty().UsePort(port);

        Assert.Equal(
            $"Gateway 'FaultyGateway' did not start: port {port} on 127.0.0.1 is in use; allowed: a free port, or 0 for any",
            await FailureAsync(gateway)
        );
    }

    [Fact]
    public async Task A_gateway_that_listens_beyond_loopback_is_refused()
    {
        await using var gateway = Gateways.Faulty().UseSetting("Start", "anywhere");

        Assert.Contains(
            "allowed: loopback only",
            await FailureAsync(gateway),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_process_that_ends_without_a_word_is_told_by_its_exit_code_and_its_last_line()
    {
        await using var gateway = Gateways.Faulty().UseSetting("Start", "exit");

        Assert.Equal(
            "Gateway 'FaultyGateway' did not start: its process ended: exit code 7: No licence.",
            await FailureAsync(gateway)
        );
    }

    [Fact]
    public async Task What_is_code_can_not_cross_and_is_refused_by_name()
    {
        await using var services = Gateways.Faulty().ConfigureServices(s => s.AddLogging());
        await using var logging = Gateways.Faulty().UseLogging(l => l.AddConsole());

        Assert.Equal(
            "Gateway 'FaultyGateway' did not start: what ConfigureServices was given is code, which can't be passed to another process; allowed with Hosting.Child: UseSetting. Or use Hosting.InProcess",
            await FailureAsync(services)
        );
        Assert.Contains(
            "what UseLogging was given",
            await FailureAsync(logging),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_transport_in_memory_is_refused_by_name()
    {
        await using var gateway = Gateways.Faulty().UseTransport(Transport.InMemory);

        Assert.Equal(
            "Gateway 'FaultyGateway' did not start: UseTransport(Transport.InMemory) ends at this process; allowed with Hosting.Child: Transport.Loopback",
            await FailureAsync(gateway)
        );
    }

    [Fact]
    public async Task A_heap_limit_in_process_is_refused_by_name()
    {
        await using var gateway = SampleGateway.WithoutProvider().UseHeapLimit("200MB");

        Assert.Equal(
            "Gateway 'Gateway' did not start: UseHeapLimit in process would limit the harness too; allowed: with UseHosting(Hosting.Child)",
            await FailureAsync(gateway)
        );
    }

    [Fact]
    public async Task What_is_no_program_is_refused_by_the_file_that_it_lacks()
    {
        await using var gateway = new GatewayHost<GatewayHost<Program>>().UseHosting(Hosting.Child);

        var error = await FailureAsync(gateway);

        Assert.StartsWith(
            "Gateway 'GatewayBench' did not start: '",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "GatewayBench.runtimeconfig.json' is missing",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_project_that_switches_startup_hooks_off_is_refused_with_the_way_out()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Config("true"));
            Assert.Equal(path, ChildLaunch.RequireRuntimeConfig(path));
            File.WriteAllText(path, Config("false"));
            var error = Assert.Throws<TargetStartException>(() =>
                ChildLaunch.RequireRuntimeConfig(path)
            );

            Assert.Contains("<StartupHookSupport>true<", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }

        static string Config(string value) =>
            """{"runtimeOptions": {"configProperties": {"System.StartupHookProvider.IsSupported": """
            + value
            + "}}}";
    }

    [Fact]
    public async Task Cancelling_a_start_ends_its_process()
    {
        var file = Path.GetTempFileName();
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var gateway = Gateways
            .Faulty()
            .UseSetting("Start", "hang")
            .UseSetting("File", file);
        try
        {
            var starting = gateway.StartAsync(cancelling.Token);
            using var process = await ProcessInAsync(file, starting);
            await cancelling.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
            Assert.True(process.HasExited);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<Process> ProcessInAsync(string file, Task starting)
    {
        string id;
        while ((id = await File.ReadAllTextAsync(file, Cancellation)).Length == 0)
        {
            Assert.False(starting.IsCompleted);
            await Task.Delay(20, Cancellation);
        }
        return Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
    }

    private static async Task<string> FailureAsync(ITarget gateway) =>
        (
            await Assert.ThrowsAsync<TargetStartException>(() => gateway.StartAsync(Cancellation))
        ).Message;
}
