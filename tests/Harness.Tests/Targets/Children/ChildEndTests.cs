using System.Diagnostics;

namespace GatewayBench.Tests.Targets.Children;

public sealed class ChildEndTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gateway_that_ends_while_it_is_loaded_leaves_classified_errors_and_its_exit_code()
    {
        await using var gateway = Gateways.Faulty();
        var sent = 0;
        var scenario = Scenario.Http(
            "GET /",
            user => user.Get(Interlocked.Increment(ref sent) == 10 ? "/exit" : "/")
        );

        var row = await Execution.Runs.RowAsync(gateway, scenario, users: 2);

        Assert.True(row.Successes > 0);
        Assert.NotEmpty(row.Errors);
        Assert.All(row.Errors.Keys, IsOfTheConnection);
        Assert.Null(row.CpuMicrosecondsPerRequest);
        Assert.Null(row.AllocatedBytesPerRequest);
        Assert.Null(gateway.Fault);
        Assert.Equal("its process ended while it was loaded: exit code 3", gateway.Info.Notes[^1]);
    }

    [Fact]
    public async Task A_gateway_beyond_its_heap_limit_ends_alone_and_the_report_names_the_limit()
    {
        await using var gateway = Gateways.Faulty().UseHeapLimit("64MB");
        var lines = new List<string>();
        var result = await LoadRunner.RunAsync(
            gateway,
            Scenario.Http("GET /hoard", user => user.Get("/hoard")),
            Load.Closed(users: 2, TimeSpan.FromSeconds(1)),
            Execution.Runs.Options with
            {
                Output = lines.Add,
            },
            Cancellation
        );

        var row = Assert.Single(result.Rows);
        Assert.NotEmpty(row.Errors);
        Assert.All(row.Errors.Keys, IsOfTheConnection);
        Assert.Equal(
            [
                "a process of its own: workstation GC, heap limit 64.0 MB",
                "its process ended while it was loaded: exit code 134 (SIGABRT), out of memory: heap limit 64.0 MB",
            ],
            Assert.Single(result.Targets).Notes
        );
        Assert.Contains(lines, line => line.Contains("out of memory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_ends_in_order_when_its_parent_is_gone()
    {
        using var child = await StartAsync();
        for (
            string? line;
            (line = await child.StandardOutput.ReadLineAsync(Cancellation)) is not null;

        )
        {
            if (line.Contains("Listening", StringComparison.Ordinal))
            {
                break;
            }
        }

        child.StandardInput.Close();
        await child.WaitForExitAsync(Cancellation);

        Assert.Equal(0, child.ExitCode);
    }

    [Fact]
    public async Task A_child_that_hangs_ends_all_the_same_when_its_parent_is_gone()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var child = await StartAsync(("Start", "hang"), ("File", file));

            child.StandardInput.Close();
            await child.WaitForExitAsync(Cancellation);

            Assert.NotEqual(0, child.ExitCode);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Without the parent's end of it.</summary>
    private static async Task<Process> StartAsync(params (string Key, string Value)[] settings)
    {
        var setup = new GatewayHostSetup();
        foreach (var (key, value) in settings)
        {
            setup.Settings[key] = value;
        }
        var type = typeof(FaultyGateway);
        var child = Process.Start(ChildLaunch.Of(type.Assembly, heapLimit: null))!;
        await child.StandardInput.WriteLineAsync(ChildOrder.Of(type, setup).ToLine());
        await child.StandardInput.FlushAsync(Cancellation);
        return child;
    }

    private static void IsOfTheConnection(Outcome outcome) =>
        Assert.Contains(outcome, new[] { Outcome.Reset, Outcome.Connect, Outcome.TruncatedStream });
}
