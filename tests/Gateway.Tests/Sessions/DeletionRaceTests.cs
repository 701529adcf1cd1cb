using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>
/// A session that is deleted while one of its turns is stored or it is read, at each point between the
/// statements. SQLite has one writer at a time, so most of these points are PostgreSQL's alone.
/// </summary>
public sealed class DeletionRaceTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken store meets this limit.
    private const int HangGuard = 60_000;

    public static TheoryData<string> Stores => TestStore.Kinds;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangGuard)]
    public async Task A_turn_that_comes_between_the_deletions_is_refused()
    {
        await using var race = await PostgresRace.BeginAsync(server, "BEFORE DELETE ON sessions");
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", race.Store.Settings);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        await AppendAsync(sessions, "0", SessionHistory.Empty);
        var read = await sessions.ReadAsync("me", "a", Cancelled);

        var deletion = sessions.DeleteAsync("me", "a", Cancelled);
        await race.PausedAsync();
        var turn = AppendAsync(sessions, "1", read);
        await race.UntilAsync(() => turn.IsCompleted, blocked: 2);
        await race.GoOnAsync();

        Assert.True(await deletion);
        var e = await Assert.ThrowsAsync<StoreException>(() => turn);
        Assert.Equal(StoreFailure.SessionNotFound, e.Failure);
        Assert.Equal((0, 0, 0), await race.Store.CountAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_deletion_that_comes_while_a_turn_is_stored_takes_that_too()
    {
        await using var race = await PostgresRace.BeginAsync(server);
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", race.Store.Settings);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        await AppendAsync(sessions, "0", SessionHistory.Empty);
        var read = await sessions.ReadAsync("me", "a", Cancelled);
        await race.PauseAsync("BEFORE INSERT ON turns");

        var turn = AppendAsync(sessions, "1", read);
        await race.PausedAsync();
        var deletion = sessions.DeleteAsync("me", "a", Cancelled);
        await race.UntilAsync(() => deletion.IsCompleted, blocked: 2);
        await race.GoOnAsync();

        await turn;
        Assert.True(await deletion);
        Assert.Equal((0, 0, 0), await race.Store.CountAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_session_that_is_about_to_begin_is_not_there_to_be_deleted()
    {
        await using var race = await PostgresRace.BeginAsync(server);
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", race.Store.Settings);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        await race.PauseAsync("BEFORE INSERT ON turns");

        var turn = AppendAsync(sessions, "0", SessionHistory.Empty);
        await race.PausedAsync();
        var deleted = await sessions.DeleteAsync("me", "a", Cancelled);
        await race.GoOnAsync();
        await turn;

        Assert.False(deleted);
        Assert.Equal((1, 1, 1), await race.Store.CountAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task Two_deletions_at_once_find_one_session()
    {
        await using var race = await PostgresRace.BeginAsync(server, "BEFORE DELETE ON sessions");
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", race.Store.Settings);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        await AppendAsync(sessions, "0", SessionHistory.Empty);

        var first = sessions.DeleteAsync("me", "a", Cancelled);
        await race.PausedAsync();
        var second = sessions.DeleteAsync("me", "a", Cancelled);
        await race.UntilAsync(() => second.IsCompleted, blocked: 2);
        await race.GoOnAsync();

        Assert.True(await first);
        Assert.False(await second);
        Assert.Equal((0, 0, 0), await race.Store.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_of_a_deleted_session_is_not_added_to_one_that_was_begun_since(
        string kind
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", store.Settings);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        await AppendAsync(sessions, "0", SessionHistory.Empty);
        var read = await sessions.ReadAsync("me", "a", Cancelled);
        await sessions.DeleteAsync("me", "a", Cancelled);
        await AppendAsync(sessions, "another", SessionHistory.Empty);

        var e = await Assert.ThrowsAsync<StoreException>(() => AppendAsync(sessions, "1", read));

        Assert.Equal(StoreFailure.SessionConflict, e.Failure);
        Assert.Equal("another", await store.ReadAsync<string>("SELECT message FROM turns"));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_reader_never_sees_what_somebody_else_has_begun_under_the_id_since()
    {
        await using var race = await PostgresRace.BeginAsync(server);
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", race.Store.Settings);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        var reader = gateway.Services.GetRequiredService<SessionReader>();
        await AppendAsync(sessions, "mine", SessionHistory.Empty);

        var page = await race.BehindAsync(
            """
            LOCK TABLE turns IN ACCESS EXCLUSIVE MODE;
            DELETE FROM turns;
            UPDATE sessions SET owner = 'you';
            INSERT INTO turns (session_id, number, id, message, reply, created_at)
                VALUES ('a', 1, 'x', 'yours', 'yours', 1);
            """,
            () => reader.PageAsync("me", "a", 0, 50, Cancelled)
        );

        Assert.DoesNotContain("yours", page?.Messages.Select(message => message.Content) ?? []);
    }

    private static Task AppendAsync(ISessionStore sessions, string message, SessionHistory read) =>
        sessions.AppendAsync(
            new("me", "a", message),
            TurnReply.From(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Yes."))),
            read,
            Cancelled
        );
}
