using System.Diagnostics;

namespace GatewayBench.Tests.Targets.Children;

public sealed class ChildEndTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gateway_that_ends_while_it_is_loaded_leaves_classified_errors_and_its_exit_code()
    {
        await using var gateway = Gateways.Faulty();

        var row = await Execution.Runs.RowAsync(gateway, AfterTheFirst("/exit"), users: 2);

        AssertOfTheConnection(row);
        Assert.Null(gateway.Fault);
        Assert.Null(await gateway.ReadUsageAsync());
        Assert.Equal("its process ended while it was loaded: exit code 3", gateway.Info.Notes[^1]);
    }

    [Fact]
    public async Task A_gateway_beyond_its_heap_limit_ends_alone_and_the_report_names_the_limit()
    {
        await using var gateway = Gateways.Faulty().UseHeapLimit("64MB");
        var lines = new List<string>();
        var options = Execution.Runs.Options with { Output = lines.Add };

        var row = await Execution.Runs.RowAsync(
            gateway,
            AfterTheFirst("/hoard"),
            users: 2,
            options
        );

        AssertOfTheConnection(row);
        Assert.Equal(
            "a process of its own: workstation GC, heap limit 64.0 MB",
            gateway.Info.Notes[0]
        );
        Assert.Matches(
            "^its process ended while it was loaded: exit code .+, out of memory: heap limit 64.0 MB$",
            gateway.Info.Notes[1]
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
        var child = Process.Start(ChildLaunch.Of(type.Assembly, setup))!;
        await child.StandardInput.WriteLineAsync(ChildOrder.Of(type, setup).ToLine());
        await child.StandardInput.FlushAsync(Cancellation);
        return child;
    }

    /// <summary>The first is the checked exchange ahead of the load.</summary>
    private static Scenario AfterTheFirst(string path)
    {
        var sent = 0;
        return Scenario.Http(
            $"GET {path}",
            user => user.Get(Interlocked.Increment(ref sent) == 1 ? "/" : path)
        );
    }

    private static void AssertOfTheConnection(RowResult row)
    {
        Assert.NotEmpty(row.Errors);
        Assert.All(
            row.Errors.Keys,
            outcome =>
                Assert.Contains(
                    outcome,
                    new[] { Outcome.Reset, Outcome.Connect, Outcome.TruncatedStream }
                )
        );
    }
}
