using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>A turn whose provider breaks, at each of its points, on both kinds of store.</summary>
public sealed class TurnProviderFailureTests(PostgresServer server)
{
    /// <summary>Kind of store, whether streamed, and the piece of the answer that does not come any more.</summary>
    public static TheoryData<string, bool, int> Points =>
        new()
        {
            { "sqlite", false, 0 },
            { "sqlite", true, 0 },
            { "sqlite", true, 1 },
            { "sqlite", true, 2 },
            { "postgres", false, 0 },
            { "postgres", true, 0 },
            { "postgres", true, 1 },
            { "postgres", true, 2 },
        };

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_provider_that_breaks_leaves_nothing(string kind, bool streamed, int piece)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        var isBroken = true;
        using var agent = new ScriptedAgent
        {
            // The third piece is the end, which has no text.
            Words = _ => ["Hel", "lo!", ""],
            Thinking = (_, _) => BreakIf(isBroken && !streamed),
            Speaking = (number, _) => BreakIf(isBroken && number == piece),
        };
        await using var gateway = TurnTrial.Start(store, agent);
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        var e = await Assert.ThrowsAsync<ProviderException>(() =>
            TurnTrial.RunAsync(turns, streamed, TestContext.Current.CancellationToken)
        );

        Assert.Equal(ProviderFailure.ConnectionCut, e.Failure);
        isBroken = false;
        await TurnTrial.AssertNothingIsLeftAsync(gateway, store);

        static Task BreakIf(bool broken) =>
            broken
                ? Task.FromException(new ProviderException(ProviderFailure.ConnectionCut))
                : Task.CompletedTask;
    }
}
