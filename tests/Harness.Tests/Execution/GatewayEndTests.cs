using GatewayBench.Support;
using GatewayBench.Tests.Targets.Children;

namespace GatewayBench.Tests.Execution;

/// <summary>Gateways that end while they are loaded.</summary>
public sealed class GatewayEndTests
{
    private const int AfterTheEnd = 20;

    public static MatrixTheoryData<string, bool> Everywhere =>
        new(FaultyTarget.Ways, [false, true]);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_gateway_that_stops_leaves_errors_of_the_connection(string way, bool isOpen)
    {
        await using var faulty = await FaultyTarget.StartAsync(way);
        AssertEnded(
            await RunUntilEndedAsync(
                faulty,
                isOpen,
                () => Gateways.GetAsync(faulty.Target, "/stop")
            )
        );
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_gateway_that_is_disposed_leaves_errors_of_the_connection(
        string way,
        bool isOpen
    )
    {
        await using var faulty = await FaultyTarget.StartAsync(way);
        AssertEnded(
            await RunUntilEndedAsync(faulty, isOpen, () => faulty.Gateway.DisposeAsync().AsTask())
        );
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_row_after_the_end_has_the_error_of_its_first_exchange(string way)
    {
        await using var faulty = await FaultyTarget.StartAsync(way);
        await RunUntilEndedAsync(
            faulty,
            isOpen: false,
            () => Gateways.GetAsync(faulty.Target, "/stop")
        );

        var row = await Runs.RowAsync(faulty.Target);

        Assert.Equal([Outcome.Connect], row.Errors.Keys);
        Assert.Equal(["not loaded: the first exchange failed"], row.Invalid);
    }

    public static TheoryData<string> Ways => new(FaultyTarget.Ways);

    /// <summary>Ends the gateway while it answers, and the run when enough was sent after the end.</summary>
    private static async Task<LoadResult> RunUntilEndedAsync(
        FaultyTarget faulty,
        bool isOpen,
        Func<Task> endAsync
    )
    {
        var stop = TestContext.Current.CancellationToken;
        using var client = faulty.Target.CreateClient();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var sent = 0;
        var scenario = Scenario.Http(
            "GET /",
            user =>
            {
                Interlocked.Increment(ref sent);
                return user.Get("/");
            }
        );
        // Few at once, so that of so many sent after the end some have ended by themselves.
        Load load = isOpen
            ? Load.Constant(500, "1h").WithMaxInFlight(AfterTheEnd / 2)
            : Load.Closed(2, "1h");
        var run = LoadRunner.RunAsync(faulty.Target, scenario, load, Runs.Options, enough.Token);
        await Eventually.TrueAsync(() => Volatile.Read(ref sent) > AfterTheEnd || run.IsCompleted);
        await endAsync();
        while (!await IsGoneAsync(client, faulty.Target.BaseAddress))
        {
            await Task.Delay(1, stop);
        }
        var atEnd = Volatile.Read(ref sent);
        await Eventually.TrueAsync(() =>
            Volatile.Read(ref sent) > atEnd + AfterTheEnd || run.IsCompleted
        );
        await enough.CancelAsync();
        return await run;
    }

    private static async Task<bool> IsGoneAsync(HttpMessageInvoker client, Uri address)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await client.SendAsync(
                request,
                TestContext.Current.CancellationToken
            );
            return false;
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException)
        {
            return true;
        }
    }

    private static void AssertEnded(LoadResult result)
    {
        Assert.True(result.Partial);
        var row = Assert.Single(result.Rows);
        RowCheck.AddsUp(row);
        Assert.True(row.Successes > 0);
        Assert.Contains(Outcome.Connect, row.Errors.Keys);
        // What was in flight at the end may have been cut anywhere, by the gateway or by our own end.
        RowCheck.HasOnly(
            row,
            Outcome.Connect,
            Outcome.Reset,
            Outcome.TruncatedStream,
            Outcome.Cancelled
        );
    }
}
