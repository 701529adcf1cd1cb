using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>A turn whose store fails or whose caller leaves, at each of its points, on both kinds of store.</summary>
public sealed class TurnStoreFailureTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    public static TheoryData<string, bool> StoresPlainAndStreamed =>
        new()
        {
            { "sqlite", false },
            { "sqlite", true },
            { "postgres", false },
            { "postgres", true },
        };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(StoresPlainAndStreamed))]
    public async Task A_store_that_fails_at_the_reading_ends_the_turn_before_the_agent_is_asked(
        string kind,
        bool streamed
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        await store.BreakReadsAsync();

        var e = await Assert.ThrowsAsync<StoreException>(() =>
            RunAsync(turns, streamed, Cancelled)
        );

        Assert.Equal(StoreFailure.Failed, e.Failure);
        Assert.Empty(agent.Asked);
        await AssertNothingIsLeftAsync(gateway, store, store.MendReadsAsync);
    }

    [Theory]
    [MemberData(nameof(StoresPlainAndStreamed))]
    public async Task A_store_that_fails_while_it_appends_keeps_no_half_of_the_turn(
        string kind,
        bool streamed
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent
        {
            // After the reading: the agent is asked next.
            Thinking = (message, _) =>
                message == "Hi" ? store.BreakAppendsAsync() : Task.CompletedTask,
        };
        await using var gateway = Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        var e = await Assert.ThrowsAsync<StoreException>(() =>
            RunAsync(turns, streamed, Cancelled)
        );

        Assert.Equal(kind == "sqlite" ? StoreFailure.Failed : StoreFailure.Unavailable, e.Failure);
        Assert.Single(agent.Asked);
        await AssertNothingIsLeftAsync(gateway, store, store.MendAppendsAsync);
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(StoresPlainAndStreamed))]
    public async Task No_connection_is_held_while_the_agent_works(string kind, bool streamed)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        PoolProbe? pools = null;
        var seen = new List<(int, int)>();
        using var agent = new ScriptedAgent
        {
            Thinking = (_, _) => Look(),
            Speaking = (_, _) => Look(),
        };
        await using var gateway = Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        pools = new PoolProbe(gateway);

        await RunAsync(turns, streamed, Cancelled);

        Assert.Equal(streamed ? 3 : 1, seen.Count);
        Assert.All(seen, used => Assert.Equal((0, 0), used));

        Task Look()
        {
            seen.Add((pools!.Readers.Used, pools.Writers.Used));
            return Task.CompletedTask;
        }
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(StoresPlainAndStreamed))]
    public async Task A_caller_who_leaves_while_waiting_to_read_leaves_nothing(
        string kind,
        bool streamed
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        var pools = new PoolProbe(gateway);
        using var leave = new CancellationTokenSource();
        await using (await PoolProbe.TakeAllAsync(pools.Readers))
        {
            var turn = RunAsync(turns, streamed, leave.Token);
            await Eventually.TrueAsync(() => pools.Readers.Waiting == 1);
            await leave.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        }

        Assert.Empty(agent.Asked);
        await AssertNothingIsLeftAsync(gateway, store);
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(StoresPlainAndStreamed))]
    public async Task A_caller_who_leaves_while_the_agent_works_leaves_nothing(
        string kind,
        bool streamed
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var leave = new CancellationTokenSource();
        using var agent = new ScriptedAgent
        {
            Thinking = (message, _) =>
                message == "Hi" && !streamed ? LeaveAsync() : Task.CompletedTask,
            Speaking = (word, _) =>
                word == 1 && !leave.IsCancellationRequested ? LeaveAsync() : Task.CompletedTask,
        };
        await using var gateway = Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(turns, streamed, leave.Token)
        );

        Assert.Single(agent.Asked);
        await AssertNothingIsLeftAsync(gateway, store);

        async Task LeaveAsync()
        {
            await leave.CancelAsync();
            leave.Token.ThrowIfCancellationRequested();
        }
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(StoresPlainAndStreamed))]
    public async Task A_caller_who_leaves_while_waiting_to_append_leaves_nothing(
        string kind,
        bool streamed
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var leave = new CancellationTokenSource();
        PoolProbe? pools = null;
        IAsyncDisposable? taken = null;
        using var agent = new ScriptedAgent
        {
            Thinking = async (message, _) =>
            {
                if (message == "Hi")
                {
                    taken = await PoolProbe.TakeAllAsync(pools!.Writers);
                }
            },
        };
        await using var gateway = Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        pools = new PoolProbe(gateway);

        var turn = RunAsync(turns, streamed, leave.Token);
        await Eventually.TrueAsync(() => pools.Writers.Waiting == 1);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        await taken!.DisposeAsync();
        await AssertNothingIsLeftAsync(gateway, store);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_stream_that_is_not_read_to_its_end_leaves_nothing(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        await foreach (var update in turns.StreamAsync(new("me", "a", "Hi"), Cancelled))
        {
            Assert.Equal("Hel", update.Text);
            break;
        }

        await AssertNothingIsLeftAsync(gateway, store);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_streamed_turn_is_stored_whole_by_the_time_it_ends(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        await RunAsync(turns, streamed: true, Cancelled);

        Assert.Equal((1, 1, 1), await store.CountAsync());
        Assert.Equal("Hello!", await store.ReadAsync<string>("SELECT reply FROM turns"));
        Assert.Equal("scripted-1", await store.ReadAsync<string>("SELECT model FROM turns"));
        Assert.Equal(12, await store.ReadAsync<long>("SELECT input_tokens FROM turns"));
        Assert.Equal(5, await store.ReadAsync<long>("SELECT output_tokens FROM turns"));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Over_HTTP_a_store_that_fails_is_a_503_that_names_it(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();
        await store.BreakReadsAsync();

        using var response = await client.ChatAsync();

        var problem = await response.ProblemAsync(503);
        Assert.Equal("store", problem.Text("dependency"));
        Assert.Equal("store_error", problem.Text("reason"));
        Assert.Equal("The store failed.", problem.Text("detail"));
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        var metrics = await client.MetricsAsync();
        Assert.Equal(1, metrics.Value("gateway_chat_requests_total", ("outcome", "store_error")));
    }

    private static TestGateway Start(TestStore store, ScriptedAgent agent) =>
        new("http://127.0.0.1:1/v1", store.Settings) { Agent = agent };

    private static async Task RunAsync(
        TurnRunner turns,
        bool streamed,
        CancellationToken cancellationToken,
        string message = "Hi"
    )
    {
        var turn = new Turn("me", "a", message);
        if (!streamed)
        {
            await turns.RunAsync(turn, cancellationToken);
            return;
        }
        await foreach (var _ in turns.StreamAsync(turn, cancellationToken)) { }
    }

    /// <summary>Nothing stored, nothing leaked, nothing locked: the session takes the next turn.</summary>
    private static async Task AssertNothingIsLeftAsync(
        TestGateway gateway,
        TestStore store,
        Func<Task>? mend = null
    )
    {
        new PoolProbe(gateway).AssertNothingLeaked();
        Assert.Equal(0, gateway.Services.GetRequiredService<SessionQueue>().Count);
        if (mend is not null)
        {
            await mend();
        }
        Assert.Equal((0, 0, 0), await store.CountAsync());
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        await RunAsync(turns, streamed: false, Cancelled, "Again");
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }
}
