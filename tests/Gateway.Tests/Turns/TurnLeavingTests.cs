using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>A turn whose caller leaves, at each of its points, on both kinds of store.</summary>
public sealed class TurnLeavingTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    public static TheoryData<string> Stores => TestStore.Kinds;

    public static TheoryData<string, bool> StoresPlainAndStreamed =>
        TurnTrial.StoresPlainAndStreamed;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(StoresPlainAndStreamed))]
    public async Task A_caller_who_leaves_while_waiting_to_read_leaves_nothing(
        string kind,
        bool streamed
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = TurnTrial.Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        var pools = new PoolProbe(gateway);
        using var leave = new CancellationTokenSource();
        await using (await PoolProbe.TakeAllAsync(pools.Readers))
        {
            var turn = TurnTrial.RunAsync(turns, streamed, leave.Token);
            await Eventually.TrueAsync(() => pools.Readers.Waiting == 1);
            await leave.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        }

        Assert.Empty(agent.Asked);
        await TurnTrial.AssertNothingIsLeftAsync(gateway, store);
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
        await using var gateway = TurnTrial.Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            TurnTrial.RunAsync(turns, streamed, leave.Token)
        );

        Assert.Single(agent.Asked);
        await TurnTrial.AssertNothingIsLeftAsync(gateway, store);

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
        await using var gateway = TurnTrial.Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        pools = new PoolProbe(gateway);

        var turn = TurnTrial.RunAsync(turns, streamed, leave.Token);
        await Eventually.TrueAsync(() => pools.Writers.Waiting == 1);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        await taken!.DisposeAsync();
        await TurnTrial.AssertNothingIsLeftAsync(gateway, store);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_stream_that_is_not_read_to_its_end_leaves_nothing(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = TurnTrial.Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        await foreach (var update in turns.StreamAsync(new("me", "a", "Hi"), Cancelled))
        {
            Assert.Equal("Hel", update.Text);
            break;
        }

        await TurnTrial.AssertNothingIsLeftAsync(gateway, store);
    }
}
