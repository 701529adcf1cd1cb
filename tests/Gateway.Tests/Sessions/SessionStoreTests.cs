using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>What is stored how often, on both kinds of store.</summary>
public sealed class SessionStoreTests(PostgresServer server)
{
    public static TheoryData<string> Stores => TestStore.Kinds;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_that_is_stored_again_is_stored_once(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        await using var gateway = Start(store);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        var turn = new Turn("me", "a", "Hi");

        await sessions.AppendAsync(turn, Reply("Ho"), SessionHistory.Empty, Cancelled);
        await sessions.AppendAsync(turn, Reply("Ho"), SessionHistory.Empty, Cancelled);
        var later = await sessions.ReadAsync("me", "a", Cancelled);
        await sessions.AppendAsync(turn, Reply("Ho"), later, Cancelled);

        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_two_turns_after_the_same_history_one_is_stored(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        await using var gateway = Start(store);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        await sessions.AppendAsync(
            new("me", "a", "0"),
            Reply("0"),
            SessionHistory.Empty,
            Cancelled
        );
        var read = await sessions.ReadAsync("me", "a", Cancelled);

        var both = Enumerable
            .Range(1, 2)
            .Select(n => sessions.AppendAsync(new("me", "a", $"{n}"), Reply("x"), read, Cancelled))
            .ToList();

        await Task.WhenAny(Task.WhenAll(both));
        var refused = Assert.Single(both, task => task.IsFaulted);
        var e = await Assert.ThrowsAsync<StoreException>(() => refused);
        Assert.Equal(StoreFailure.SessionConflict, e.Failure);
        Assert.Equal((1, 2, 2), await store.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_session_that_two_begin_belongs_to_one_of_them(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        await using var gateway = Start(store);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        await sessions.AppendAsync(
            new("me", "a", "Hi"),
            Reply("x"),
            SessionHistory.Empty,
            Cancelled
        );

        var e = await Assert.ThrowsAsync<StoreException>(() =>
            sessions.AppendAsync(new("you", "a", "Hi"), Reply("x"), SessionHistory.Empty, Cancelled)
        );

        Assert.Equal(StoreFailure.SessionNotFound, e.Failure);
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_of_a_session_that_was_deleted_meanwhile_is_not_stored(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        await using var gateway = Start(store);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();
        await sessions.AppendAsync(
            new("me", "a", "0"),
            Reply("0"),
            SessionHistory.Empty,
            Cancelled
        );
        var read = await sessions.ReadAsync("me", "a", Cancelled);
        await sessions.DeleteAsync("me", "a", Cancelled);

        var e = await Assert.ThrowsAsync<StoreException>(() =>
            sessions.AppendAsync(new("me", "a", "1"), Reply("1"), read, Cancelled)
        );

        Assert.Equal(StoreFailure.SessionNotFound, e.Failure);
        Assert.Equal((0, 0, 0), await store.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Text_that_no_database_takes_is_stored_with_replacements(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        await using var gateway = Start(store);
        var sessions = gateway.Services.GetRequiredService<ISessionStore>();

        await sessions.AppendAsync(
            new("me", "a", "nul\0, half \ud83d, whole 😀"),
            Reply("\udc00\0"),
            SessionHistory.Empty,
            Cancelled
        );

        var read = await sessions.ReadAsync("me", "a", Cancelled);
        Assert.Equal(
            ["nul\ufffd, half \ufffd, whole 😀", "\ufffd\ufffd"],
            read.Messages.Select(message => message.Text)
        );
    }

    private static TestGateway Start(TestStore store) =>
        new("http://127.0.0.1:1/v1", store.Settings);

    private static TurnReply Reply(string text) =>
        TurnReply.From(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));
}
