using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>One turn on a store that something is done to.</summary>
internal static class TurnTrial
{
    public static TheoryData<string, bool> StoresPlainAndStreamed =>
        new()
        {
            { "sqlite", false },
            { "sqlite", true },
            { "postgres", false },
            { "postgres", true },
        };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TestGateway Start(TestStore store, ScriptedAgent agent) =>
        new("http://127.0.0.1:1/v1", store.Settings) { Agent = agent };

    public static async Task RunAsync(
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
    public static async Task AssertNothingIsLeftAsync(
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
