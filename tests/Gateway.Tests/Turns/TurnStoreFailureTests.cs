using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>A turn whose store fails at each of its points, on both kinds of store.</summary>
public sealed class TurnStoreFailureTests(PostgresServer server)
{
    public static TheoryData<string, bool> StoresPlainAndStreamed =>
        TurnTrial.StoresPlainAndStreamed;

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
        await using var gateway = TurnTrial.Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        await store.BreakReadsAsync();

        var e = await Assert.ThrowsAsync<StoreException>(() =>
            TurnTrial.RunAsync(turns, streamed, Cancelled)
        );

        Assert.Equal(StoreFailure.Failed, e.Failure);
        Assert.Empty(agent.Asked);
        await TurnTrial.AssertNothingIsLeftAsync(gateway, store, store.MendReadsAsync);
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
        await using var gateway = TurnTrial.Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        var e = await Assert.ThrowsAsync<StoreException>(() =>
            TurnTrial.RunAsync(turns, streamed, Cancelled)
        );

        Assert.Equal(kind == "sqlite" ? StoreFailure.Failed : StoreFailure.Unavailable, e.Failure);
        Assert.Single(agent.Asked);
        await TurnTrial.AssertNothingIsLeftAsync(gateway, store, store.MendAppendsAsync);
    }
}
