using System.Net;
using System.Text.Json;

namespace Gateway.Tests;

/// <summary>Sessions as callers see them, on both kinds of store.</summary>
public sealed class SessionTests(PostgresServer server)
{
    public static TheoryData<string> Stores => TestStore.Kinds;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_comes_with_what_was_said_before_it(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();

        await SayAsync(client, "One", "a");
        await SayAsync(client, "Else", "b");
        await SayAsync(client, "Two", "a");

        Assert.Equal(["One", "Hello!", "Two"], agent.Asked[2]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Only_whole_turns_inside_the_window_come_along(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent, ("Sessions:WindowMessages", "5"));
        using var client = gateway.Connect();

        foreach (var message in new[] { "1", "2", "3", "4" })
        {
            await SayAsync(client, message, "a");
        }

        Assert.Equal(["2", "Hello!", "3", "Hello!", "4"], agent.Asked[3]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_window_of_nothing_sends_the_message_alone_and_keeps_the_rest(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent, ("Sessions:WindowMessages", "0"));
        using var client = gateway.Connect();

        await SayAsync(client, "1", "a");
        await SayAsync(client, "2", "a");

        Assert.Equal(["2"], agent.Asked[1]);
        Assert.Equal((1, 2, 2), await store.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_session_is_read_with_its_messages_and_their_usage(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();
        await SayAsync(client, "Hi", "a");

        var session = await GetAsync(client, "a");

        Assert.Equal("a", session.Text("session_id"));
        Assert.Equal(1, session.GetProperty("turns").GetInt32());
        Assert.Equal(JsonValueKind.Null, session.GetProperty("next_after").ValueKind);
        var messages = session.GetProperty("messages");
        Assert.Equal("user", messages[0].Text("role"));
        Assert.Equal("Hi", messages[0].Text("content"));
        Assert.Equal(JsonValueKind.Null, messages[0].GetProperty("usage").ValueKind);
        Assert.Equal("assistant", messages[1].Text("role"));
        Assert.Equal("Hello!", messages[1].Text("content"));
        Assert.Equal(messages[0].Text("turn_id"), messages[1].Text("turn_id"));
        Assert.Equal(
            """{"input_tokens":12,"output_tokens":5,"total_tokens":17}""",
            messages[1].GetProperty("usage").GetRawText()
        );
    }

    [Theory]
    [InlineData("sqlite", 1)]
    [InlineData("sqlite", 2)]
    [InlineData("sqlite", 3)]
    [InlineData("sqlite", 6)]
    [InlineData("postgres", 3)]
    public async Task Its_pages_together_are_all_messages_in_order(string kind, int limit)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent { Words = message => [$"re {message}"] };
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();
        foreach (var message in new[] { "1", "2", "3" })
        {
            await SayAsync(client, message, "a");
        }

        var found = new List<string>();
        string? after = "0";
        while (after is not null)
        {
            var page = await GetAsync(client, $"a?limit={limit}&after={after}");
            var messages = page.GetProperty("messages").EnumerateArray().ToList();
            Assert.InRange(messages.Count, 1, limit);
            found.AddRange(messages.Select(message => message.Text("content")));
            var next = page.GetProperty("next_after");
            after = next.ValueKind is JsonValueKind.Null ? null : next.GetRawText();
        }

        Assert.Equal(["1", "re 1", "2", "re 2", "3", "re 3"], found);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_page_may_begin_and_end_inside_a_turn(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent { Words = message => [$"re {message}"] };
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();
        await SayAsync(client, "1", "a");
        await SayAsync(client, "2", "a");

        var page = await GetAsync(client, "a?limit=2&after=1");

        Assert.Equal(
            ["re 1", "2"],
            page.GetProperty("messages").EnumerateArray().Select(m => m.Text("content"))
        );
        Assert.Equal(3, page.GetProperty("next_after").GetInt64());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_deleted_session_is_gone_and_its_id_begins_anew(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();
        await SayAsync(client, "Forget me", "a");

        using var deleted = await client.DeleteAsync("/api/sessions/a", Cancelled);
        using var gone = await client.GetAsync("/api/sessions/a", Cancelled);
        using var again = await client.DeleteAsync("/api/sessions/a", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await gone.ProblemAsync(404);
        await again.ProblemAsync(404);
        Assert.Equal((0, 0, 0), await store.CountAsync());
        await SayAsync(client, "Hi", "a");
        Assert.Equal(["Hi"], agent.Asked[1]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Somebody_elses_session_does_not_exist(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();
        await SayAsync(client, "Mine", "a");
        await store.ExecuteAsync("UPDATE sessions SET owner = 'somebody else'");

        using var chat = await client.ChatAsync("""{"message":"Hi","session_id":"a"}""");
        using var read = await client.GetAsync("/api/sessions/a", Cancelled);
        using var deleted = await client.DeleteAsync("/api/sessions/a", Cancelled);

        var problem = await chat.ProblemAsync(404);
        Assert.Equal("session_not_found", problem.Text("reason"));
        Assert.False(problem.TryGetProperty("dependency", out _));
        await read.ProblemAsync(404);
        await deleted.ProblemAsync(404);
        Assert.Single(agent.Asked);
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    [Theory]
    [InlineData("limit=0", "limit is '0': a whole number from 1 to 200 is expected.")]
    [InlineData("limit=201", "limit is '201': a whole number from 1 to 200 is expected.")]
    [InlineData("limit=5%00", "limit is '5\0': a whole number from 1 to 200 is expected.")]
    [InlineData(
        "after=-1",
        "after is '-1': a whole number from 0 to 9223372036854775807 is expected."
    )]
    public async Task A_page_that_cannot_be_is_refused_by_name(string query, string told)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        using var response = await client.GetAsync($"/api/sessions/a?{query}", Cancelled);

        Assert.Equal(told, (await response.ProblemAsync(400)).Text("detail"));
    }

    private static TestGateway Start(
        TestStore store,
        ScriptedAgent agent,
        params (string, string)[] settings
    ) => new("http://127.0.0.1:1/v1", [.. store.Settings, .. settings]) { Agent = agent };

    private static async Task SayAsync(HttpClient client, string message, string session)
    {
        using var response = await client.ChatAsync(
            $$"""{"message":"{{message}}","session_id":"{{session}}"}"""
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string session)
    {
        using var response = await client.GetAsync($"/api/sessions/{session}", Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.JsonAsync();
    }
}
