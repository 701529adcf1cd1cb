using System.Collections.Concurrent;
using System.Text.Json;
using GatewayBench.Tests.Execution;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Scenarios;

/// <summary>What gateway scenarios send, and what they make of answers: against a server of our own.</summary>
public sealed class GatewayScenariosTests
{
    [Fact]
    public async Task A_login_gives_each_user_its_token_for_all_that_follows()
    {
        var tokens = new ConcurrentBag<string>();
        await using var target = new ServerTarget(async context =>
        {
            if (context.Request.Path == "/auth/login")
            {
                var body = await BodyAsync(context);
                await context.Response.WriteAsync(
                    $$"""{"access_token": "of-{{body["user"]}}-{{body["password"]}}"}"""
                );
                return;
            }
            tokens.Add(context.Request.Headers.Authorization.ToString());
        });

        var row = await Runs.RowAsync(
            target,
            GatewayScenarios.LoggedIn(
                Runs.Get,
                GatewayScenarios.Login("/auth/login", "ann", "secret")
            ),
            users: 2
        );

        Assert.Empty(row.Errors);
        Assert.Equal("Bearer of-ann-secret", Assert.Single(tokens.Distinct()));
        var login = Assert.Single(row.Parts);
        Assert.Equal(("POST /auth/login", 2L), (login.Name, login.Successes));
    }

    [Fact]
    public async Task A_login_that_is_refused_is_told_with_its_name_before_any_load()
    {
        await using var target = new ServerTarget(context =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync("wrong");
        });

        var row = await Runs.RowAsync(
            target,
            GatewayScenarios.LoggedIn(
                Runs.Get,
                GatewayScenarios.Login("/auth/login", "ann", "secret")
            )
        );

        Assert.Equal(["not loaded: the first exchange failed"], row.Invalid);
        Assert.Equal("POST /auth/login: HTTP 401 wrong", row.Samples[Outcome.Http4xx]);
        Assert.Equal(1, target.Requests);
    }

    [Fact]
    public async Task A_bearer_is_shown_from_the_first_request_on()
    {
        var tokens = new ConcurrentQueue<string>();
        await using var target = new ServerTarget(context =>
        {
            tokens.Enqueue(context.Request.Headers.Authorization.ToString());
            return Task.CompletedTask;
        });

        await Runs.RowAsync(target, Runs.Get.Bearer("key"), users: 2);

        Assert.Equal(["Bearer key"], tokens.Distinct());
    }

    [Fact]
    public async Task A_session_ends_after_its_turns_and_users_think_between_them()
    {
        var sessions = new ConcurrentQueue<string>();
        await using var target = new ServerTarget(async context =>
        {
            var body = await BodyAsync(context);
            Assert.NotEmpty(body["message"]);
            sessions.Enqueue(body["session_id"]);
            await context.Response.WriteAsync("""{"reply": "yes"}""");
        });
        var scenario = GatewayScenarios.Session(turns: 3);

        var row = await Runs.RowAsync(target, scenario.ThinkTime(Delay.None));

        Assert.Equal(
            (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)),
            (
                Rounded(scenario.Pause!.FromUniform(1e-9)),
                Rounded(scenario.Pause.FromUniform(1 - 1e-9))
            )
        );
        Assert.Empty(row.Errors);
        // The check before the load was by a user of its own, with the first id of the same draws.
        var own = sessions.Skip(1).ToList();
        Assert.All(own.SkipLast(own.Count % 3).Chunk(3), ids => Assert.Single(ids.Distinct()));
        Assert.Equal((own.Count + 2) / 3, own.Distinct().Count());
        Assert.Equal(sessions.First(), own[0]);
    }

    [Theory]
    [InlineData("succeeded", null)]
    [InlineData("failed", "GET /v1/runs/{id}/events: check 'has succeeded' failed")]
    [InlineData("running", "GET /v1/runs/{id}/events: check 'has ended' failed")]
    public async Task A_run_is_followed_by_its_events_to_its_end(string state, string? error)
    {
        var requests = 0;
        await using var target = new ServerTarget(context =>
            context.Request.Method == "POST"
                ? AcceptAsync(context)
                : context.Response.WriteAsync(
                    // The check before the load passes.
                    "event: status\ndata: {\"state\":\"running\"}\n\n"
                        + "event: delta\ndata: {\"text\":\"my data: none\"}\n\n"
                        + $"event: end\ndata: {{\"id\":\"r7\",\"state\":\"{(++requests > 1 ? state : "succeeded")}\"}}\n\n"
                )
        );

        var row = await Runs.RowAsync(target, GatewayScenarios.RunToTerminal());

        AssertRun(row, error);
        Assert.Equal(
            ["POST /v1/runs", "GET /v1/runs/{id}/events"],
            row.Parts.Select(part => part.Name)
        );
    }

    [Theory]
    [InlineData("succeeded", null)]
    [InlineData(
        "cancelled",
        "until it has ended: GET /v1/runs/{id}: check 'has not failed' failed"
    )]
    public async Task A_run_is_asked_for_its_state_until_its_end(string state, string? error)
    {
        var requests = 0;
        await using var target = new ServerTarget(context =>
            context.Request.Method == "POST" ? AcceptAsync(context)
            : context.Request.Path != "/v1/runs/r7" ? throw new InvalidOperationException()
            // Queued, running, at its end.
            : context.Response.WriteAsync(
                (++requests % 3) switch
                {
                    1 => """{"state": "queued"}""",
                    2 => """{"state": "running"}""",
                    _ => $$"""{"state": "{{(requests > 3 ? state : "succeeded")}}"}""",
                }
            )
        );

        var row = await Runs.RowAsync(target, GatewayScenarios.RunPolledToTerminal(every: "1ms"));

        AssertRun(row, error);
        Assert.Equal(3 * row.Requests, Assert.Single(row.Parts[1].Parts).Requests);
    }

    [Theory]
    [InlineData("""{"documents": [{"id": "1"}]}""", true)]
    [InlineData("""{"documents": [ ]}""", false)]
    [InlineData("""{"documents": null}""", false)]
    [InlineData("{}", false)]
    public async Task A_search_finds_something(string answer, bool isFound)
    {
        var queries = new ConcurrentBag<string>();
        await using var target = new ServerTarget(async context =>
        {
            queries.Add((await BodyAsync(context))["query"]);
            await context.Response.WriteAsync(answer);
        });

        var row = await Runs.AnsweredRowAsync(
            target,
            GatewayScenarios
                .Search("/api/search", "refunds", "late parcels")
                .Expect(Outcome.BadBody)
        );

        Assert.Equal(isFound, row.Successes > 0);
        Assert.Equal(isFound, row.Errors.Count == 0);
        Assert.Equal(["late parcels", "refunds"], queries.Distinct().Order());
    }

    [Theory]
    [InlineData("""{"documents": [{"id": "d1"}, {"text": "x", "id": "d7"}]}""", true)]
    [InlineData("""{"documents": [{"id": "d1", "text": "d7"}], "more": [{"id": "d7"}]}""", false)]
    public async Task A_search_of_a_corpus_finds_the_answer(string answer, bool isFound)
    {
        await using var target = new ServerTarget(async context =>
        {
            Assert.Equal("which?", (await BodyAsync(context))["query"]);
            await context.Response.WriteAsync(answer);
        });

        var row = await Runs.AnsweredRowAsync(
            target,
            GatewayScenarios
                .Search("/api/search", [new CorpusQuery("which?", "d7")])
                .Expect(Outcome.BadBody)
        );

        Assert.Equal(isFound, row.Errors.Count == 0);
        Assert.Equal(isFound, row.Successes > 0);
        Assert.Equal(["has documents", "finds the answer"], row.Checks.Select(check => check.Name));
    }

    [Fact]
    public void A_search_for_nothing_is_refused() =>
        Assert.Equal(
            "The search at '/s' has no queries; allowed: one or more.",
            Assert.Throws<ArgumentException>(() => GatewayScenarios.Search("/s")).Message
        );

    [Fact]
    public async Task A_chat_over_a_socket_sends_message_and_session_and_reads_to_done()
    {
        var messages = new ConcurrentBag<Dictionary<string, string>>();
        await using var server = new SocketServer(
            (socket, message) =>
            {
                messages.Add(JsonSerializer.Deserialize<Dictionary<string, string>>(message)!);
                return SocketServer.ChatAsync(socket, "hello you");
            }
        );

        var row = await Runs.AnsweredRowAsync(
            server.Gateway,
            GatewayScenarios.WebSocketChat(SocketServer.Path)
        );

        Assert.Empty(row.Errors);
        Assert.True(row.Successes > 0);
        Assert.All(messages, message => Assert.NotEmpty(message["message"]));
        // Each turn has a session of its own; the check before the load had the first one's.
        var sessions = messages.Select(message => message["session_id"]).Distinct();
        Assert.Equal(messages.Count - 1, sessions.Count());
    }

    private static void AssertRun(RowResult row, string? error)
    {
        RowCheck.AddsUp(row);
        if (error is null)
        {
            Assert.Empty(row.Errors);
            Assert.Equal(row.Successes, row.Parts[0].Successes);
            return;
        }
        Assert.Equal([Outcome.BadBody], row.Errors.Keys);
        Assert.StartsWith(error, row.Samples[Outcome.BadBody], StringComparison.Ordinal);
    }

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return context.Response.WriteAsync("""{"id": "r7", "state": "queued"}""");
    }

    private static async Task<Dictionary<string, string>> BodyAsync(HttpContext context) =>
        (await context.Request.ReadFromJsonAsync<Dictionary<string, string>>())!;

    private static TimeSpan Rounded(TimeSpan time) =>
        TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds));
}
