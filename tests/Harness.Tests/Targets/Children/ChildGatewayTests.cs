using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GatewayBench.Tests.Targets.Children;

public sealed class ChildGatewayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_in_a_process_of_its_own_with_the_collector_that_it_ships_with()
    {
        await using var gateway = Faulty();
        await gateway.StartAsync(Cancellation);

        Assert.NotEqual(Environment.ProcessId, await ProcessOfAsync(gateway));
        Assert.Equal("127.0.0.1", gateway.BaseAddress.Host);
        Assert.Equal("FaultyGateway", gateway.Info.Name);
        Assert.Equal("loopback", gateway.Info.Transport);
        Assert.Equal("child", gateway.Info.Hosting);
        Assert.Equal(["a process of its own: workstation GC"], gateway.Info.Notes);
        await using var sample = Sample();
        await sample.StartAsync(Cancellation);
        Assert.Equal(["a process of its own: server GC"], sample.Info.Notes);
    }

    [Fact]
    public async Task It_outlives_the_Ctrl_C_that_a_terminal_sends_it_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no POSIX signals.");
        await using var gateway = Faulty();
        await gateway.StartAsync(Cancellation);
        var child = await ProcessOfAsync(gateway);

        using var kill = Process.Start("kill", ["-INT", $"{child}"]);
        await kill.WaitForExitAsync(Cancellation);

        // Again and again, because a process may answer a last time before it ends of a signal.
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(child, await ProcessOfAsync(gateway));
        }
    }

    [Fact]
    public async Task It_answers_as_in_process()
    {
        await using var here = SampleGateway.WithoutProvider();
        await using var there = Sample();
        await here.StartAsync(Cancellation);
        await there.StartAsync(Cancellation);

        foreach (var path in new[] { "/health/live", "/nothing-here", "/api/chat" })
        {
            var (status, body) = await GetAsync(here, path);
            var (childStatus, childBody) = await GetAsync(there, path);
            Assert.Equal(status, childStatus);
            Assert.Equal(WithoutTrace(body), WithoutTrace(childBody));
        }
    }

    [Fact]
    public async Task Chat_goes_through_it_to_the_provider()
    {
        await using var provider = await FakeProvider.StartAsync(
            o => o.Latency = Delay.None,
            Cancellation
        );
        await using var gateway = SampleGateway
            .Open()
            .UseHosting(Hosting.Child)
            .UseProvider(provider, configKey: "OpenAI:Endpoint");

        var row = await Execution.Runs.AnsweredRowAsync(gateway, GatewayScenarios.Chat());

        Assert.True(row.Successes > 0);
        Assert.Empty(row.Errors);
        Assert.Equal(row.Successes + 1, provider.GetStatistics().ChatRequests);
    }

    [Fact]
    public async Task Settings_are_there_early_and_win_over_those_of_the_code()
    {
        await using var gateway = Faulty().UseSetting("Value", "of the test\n\"quoted\" ü");
        await gateway.StartAsync(Cancellation);

        var (_, body) = await GetAsync(gateway, "/value");

        Assert.Equal("of the test\n\"quoted\" ü, of the test\n\"quoted\" ü", body);
    }

    [Fact]
    public async Task It_has_no_provider_keys_no_hook_and_production_in_its_environment()
    {
        const string Variable = "TEST_CHILD_OPENAI_API_KEY";
        Environment.SetEnvironmentVariable(Variable, "sk-real");
        try
        {
            await using var gateway = Faulty();
            await gateway.StartAsync(Cancellation);

            Assert.Equal(ProviderKeys.Placeholder, await VariableAsync(gateway, Variable));
            Assert.Equal("", await VariableAsync(gateway, "DOTNET_STARTUP_HOOKS"));
            Assert.Equal("Production", await VariableAsync(gateway, "ASPNETCORE_ENVIRONMENT"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public async Task What_it_prints_is_no_message()
    {
        await using var gateway = Faulty();
        await gateway.StartAsync(Cancellation);

        Assert.Equal("printed", (await GetAsync(gateway, "/print")).Body);

        // On a busy machine an answer may come too late, which counts as none.
        ProcessUsage? usage = null;
        for (var tries = 0; usage is null && tries < 20; tries++)
        {
            usage = await gateway.ReadUsageAsync();
        }
        Assert.NotNull(usage);
        Assert.Null(gateway.Fault);
    }

    [Fact]
    public async Task A_call_to_a_host_that_is_not_listed_is_a_fault_that_names_it()
    {
        await using var guarded = SampleGateway
            .Open()
            .UseHosting(Hosting.Child)
            .UseSetting("OpenAI:Endpoint", "https://provider.invalid/v1")
            .UseSetting("OpenAI:ApiKey", "not-a-key");
        await using var bare = Faulty();

        var refused = await Assert.ThrowsAsync<TargetFaultException>(() =>
            Execution.Runs.RowAsync(guarded, GatewayScenarios.Chat())
        );
        var seen = await Assert.ThrowsAsync<TargetFaultException>(() =>
            Execution.Runs.RowAsync(bare, Scenario.Http("GET /call", user => user.Get("/call")))
        );

        Assert.StartsWith(
            "Outgoing call to 'provider.invalid' refused; allowed: loopback.",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Outgoing call to 'elsewhere.invalid' seen",
            seen.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_live_side_by_side()
    {
        await using var one = Faulty().UseSetting("Value", "one");
        await using var two = Faulty().UseSetting("Value", "two");

        await Task.WhenAll(one.StartAsync(Cancellation), two.StartAsync(Cancellation));

        Assert.Equal("one, one", (await GetAsync(one, "/value")).Body);
        Assert.Equal("two, two", (await GetAsync(two, "/value")).Body);
        Assert.NotEqual(await ProcessOfAsync(one), await ProcessOfAsync(two));
    }

    [Fact]
    public async Task Its_use_of_the_machine_can_be_asked_for()
    {
        await using var gateway = Faulty();
        await gateway.StartAsync(Cancellation);
        var before = await gateway.ReadUsageAsync();
        await GetAsync(gateway, "/");

        var used = (await gateway.ReadUsageAsync())!.Value - before!.Value;

        Assert.True(before.Value.Cpu > TimeSpan.Zero);
        Assert.True(before.Value.CompiledMethods > 0);
        Assert.True(used.AllocatedBytes > 0);
    }

    [Fact]
    public async Task Its_heap_limit_is_the_memory_that_it_has()
    {
        await using var gateway = Faulty().UseHeapLimit("64MiB");
        await gateway.StartAsync(Cancellation);

        Assert.Equal("67108864", (await GetAsync(gateway, "/memory")).Body);
    }

    [Fact]
    public async Task Disposing_ends_its_process_and_frees_its_port()
    {
        var gateway = Faulty();
        await gateway.StartAsync(Cancellation);
        using var process = Process.GetProcessById(await ProcessOfAsync(gateway));
        var port = gateway.BaseAddress.Port;

        await gateway.DisposeAsync();

        Assert.True(process.HasExited);
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }

    [Fact]
    public async Task Its_services_are_out_of_reach()
    {
        await using var gateway = Faulty();
        await gateway.StartAsync(Cancellation);

        var error = Assert.Throws<InvalidOperationException>(() => gateway.Services);

        Assert.Contains("Hosting.InProcess", error.Message, StringComparison.Ordinal);
    }

    private static GatewayHost<FaultyGateway> Faulty() => Gateways.Faulty();

    private static GatewayHost<Program> Sample() =>
        SampleGateway.WithoutProvider().UseHosting(Hosting.Child);

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(
        ITarget gateway,
        string path
    ) => await Gateways.GetAsync(gateway, path);

    private static async Task<int> ProcessOfAsync(ITarget gateway) =>
        int.Parse((await GetAsync(gateway, "/process")).Body, CultureInfo.InvariantCulture);

    private static async Task<string> VariableAsync(ITarget gateway, string name) =>
        (await GetAsync(gateway, "/variable/" + name)).Body;

    private static string WithoutTrace(string body) => body.Split("\"request_id\"")[0];
}
