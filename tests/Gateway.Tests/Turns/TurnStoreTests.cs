using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>What a turn that goes well does with its store, on both kinds of store.</summary>
public sealed class TurnStoreTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    public static TheoryData<string> Stores => TestStore.Kinds;

    public static TheoryData<string, bool> StoresPlainAndStreamed =>
        TurnTrial.StoresPlainAndStreamed;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

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
        await using var gateway = TurnTrial.Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        pools = new PoolProbe(gateway);

        await TurnTrial.RunAsync(turns, streamed, Cancelled);

        Assert.Equal(streamed ? 3 : 1, seen.Count);
        Assert.All(seen, used => Assert.Equal((0, 0), used));

        Task Look()
        {
            seen.Add((pools!.Readers.Used, pools.Writers.Used));
            return Task.CompletedTask;
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_streamed_turn_is_stored_whole_by_the_time_it_ends(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = TurnTrial.Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        await TurnTrial.RunAsync(turns, streamed: true, Cancelled);

        Assert.Equal((1, 1, 1), await store.CountAsync());
        Assert.Equal("Hello!", await store.ReadAsync<string>("SELECT reply FROM turns"));
        Assert.Equal("scripted-1", await store.ReadAsync<string>("SELECT model FROM turns"));
        Assert.Equal(12, await store.ReadAsync<long>("SELECT input_tokens FROM turns"));
        Assert.Equal(5, await store.ReadAsync<long>("SELECT output_tokens FROM turns"));
    }
}
