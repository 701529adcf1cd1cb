using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>A commit that happened, and whose answer was lost on the way back: the work is run again.</summary>
public sealed class LostCommitTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task A_turn_is_stored_once()
    {
        await using var line = new LossyLine(await server.CreateDatabaseAsync());
        await using var store = TestStore.NewPostgres(line.ConnectionString);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();

        line.LoseNext();
        using var chat = await client.ChatAsync();

        Assert.Equal(200, (int)chat.StatusCode);
        Assert.Equal(1, line.Lost);
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_session_that_was_deleted_was_found()
    {
        await using var line = new LossyLine(await server.CreateDatabaseAsync());
        await using var store = TestStore.NewPostgres(line.ConnectionString);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();
        using var chat = await client.ChatAsync();
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        var id = (await chat.JsonAsync()).Text("session_id");

        line.LoseNext();
        var found = await DeleteAsync();

        Assert.True(found);
        Assert.Equal(1, line.Lost);
        Assert.Equal((0, 0, 0), await store.CountAsync());
        Assert.False(await DeleteAsync());

        Task<bool> DeleteAsync() =>
            sessions.DeleteAsync(Caller.Anonymous, id, TestContext.Current.CancellationToken);
    }

    private static TestGateway Start(TestStore store, ScriptedAgent agent) =>
        new("http://127.0.0.1:1/v1", store.Settings) { Agent = agent };
}
