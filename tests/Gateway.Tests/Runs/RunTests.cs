using System.Net;
using System.Text.Json;

namespace Gateway.Tests;

/// <summary>The life of runs as callers see it, on both kinds of store.</summary>
public sealed class RunTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    public static TheoryData<string> Stores => TestStore.Kinds;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(Stores))]
    public async Task A_run_is_accepted_works_and_succeeds(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();

        using var accepted = await client.SubmitAsync("""{"input":"Hi","session_id":"a"}""");
        var run = await accepted.JsonAsync();
        var id = run.Text("id");
        var ended = await client.EndAsync(id);
        var read = await client.RunAsync(id);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal($"/v1/runs/{id}", accepted.Headers.Location?.OriginalString);
        Assert.Equal("queued", run.Text("state"));
        Assert.Equal("a", run.Text("session_id"));
        Assert.Equal("succeeded", ended.Text("state"));
        Assert.Equal("Hello!", ended.Text("output"));
        Assert.Equal("succeeded", read.Text("state"));
        Assert.Equal("Hi", read.Text("input"));
        Assert.Equal("Hello!", read.Text("output"));
        Assert.Equal(JsonValueKind.Null, read.GetProperty("reason").ValueKind);
        Assert.Equal(JsonValueKind.String, read.GetProperty("started_at").ValueKind);
        Assert.Equal(JsonValueKind.String, read.GetProperty("ended_at").ValueKind);
        Assert.Equal((1, 1, 1), await store.CountAsync());
        Assert.Equal(id, await store.ReadAsync<string>("SELECT id FROM turns"));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_run_that_fails_says_why()
    {
        using var agent = new ScriptedAgent
        {
            Thinking = (_, _) => throw new ProviderException(ProviderFailure.TimedOut),
        };
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1") { Agent = agent };
        using var client = gateway.Connect();

        var ended = await client.EndAsync(await client.SubmittedAsync());

        Assert.Equal("failed", ended.Text("state"));
        Assert.Equal("provider_timeout", ended.Text("reason"));
        Assert.Equal("failed", (await client.RunAsync(ended.Text("id"))).Text("state"));
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(Stores))]
    public async Task A_run_that_works_can_be_cancelled(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        var working = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Thinking = (_, cancelled) =>
            {
                working.SetResult();
                return Task.Delay(Timeout.Infinite, cancelled);
            },
        };
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();
        var id = await client.SubmittedAsync();
        await working.Task;

        using var cancelled = await client.DeleteAsync($"/v1/runs/{id}", Cancelled);
        var ended = await client.EndAsync(id);
        using var again = await client.DeleteAsync($"/v1/runs/{id}", Cancelled);

        Assert.Equal(HttpStatusCode.Accepted, cancelled.StatusCode);
        Assert.Equal("cancelled", ended.Text("state"));
        Assert.Equal("cancelled", (await client.RunAsync(id)).Text("state"));
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal((0, 0, 0), await store.CountAsync());
        new PoolProbe(gateway).AssertNothingLeaked();
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(Stores))]
    public async Task A_full_queue_refuses_until_a_run_that_waits_is_cancelled(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        var go = new TaskCompletionSource();
        var working = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Thinking = (_, _) =>
            {
                working.TrySetResult();
                return go.Task;
            },
        };
        await using var gateway = Start(
            store,
            agent,
            ("Runs:MaxConcurrent", "1"),
            ("Runs:MaxQueued", "1")
        );
        using var client = gateway.Connect();
        var works = await client.SubmittedAsync();
        await working.Task;
        var waits = await client.SubmittedAsync();

        using var refused = await client.SubmitAsync();
        var metrics = await client.MetricsAsync();
        using var cancelled = await client.DeleteAsync($"/v1/runs/{waits}", Cancelled);
        var next = await client.SubmittedAsync();
        go.SetResult();

        var problem = await refused.ProblemAsync(503);
        Assert.Equal("run_queue", problem.Text("limit"));
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(1, metrics.Value("gateway_runs_queued"));
        Assert.Equal(1, metrics.Value("gateway_runs_running"));
        Assert.Equal("cancelled", (await cancelled.JsonAsync()).Text("state"));
        Assert.Equal("cancelled", (await client.RunAsync(waits)).Text("state"));
        Assert.Equal("succeeded", (await client.EndAsync(works)).Text("state"));
        Assert.Equal("succeeded", (await client.EndAsync(next)).Text("state"));
        Assert.Equal(2, agent.Asked.Count);
        Assert.Equal(3, await store.ReadAsync<long>("SELECT COUNT(*) FROM runs"));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_caller_who_has_as_many_waiting_as_allowed_is_refused_and_others_are_not()
    {
        var go = new TaskCompletionSource();
        var working = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Thinking = (_, _) =>
            {
                working.TrySetResult();
                return go.Task;
            },
        };
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            Access.On(("Runs:MaxConcurrent", "1"), ("Runs:MaxQueuedPerOwner", "1"))
        )
        {
            Agent = agent,
        };
        using var runner = gateway.Connect().As(Access.RunsKey);
        using var ada = gateway.Connect();
        using var login = await ada.LoginAsync();
        ada.As((await login.JsonAsync()).Text("access_token"));
        await runner.SubmittedAsync();
        await working.Task;
        await runner.SubmittedAsync();

        using var refused = await runner.SubmitAsync();
        using var other = await ada.SubmitAsync();
        go.SetResult();

        var problem = await refused.ProblemAsync(429);
        Assert.Equal("caller_run_queue", problem.Text("limit"));
        Assert.Equal(
            "1 runs of caller 'runner' wait already, which is the limit. Try again after 5 s.",
            problem.Text("detail")
        );
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
        Assert.Equal(
            1,
            (await ada.MetricsAsync()).Value(
                "gateway_limits_refusals_total",
                ("limit", "caller_run_queue")
            )
        );
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(Stores))]
    public async Task Somebody_elses_run_does_not_exist(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = Start(store, agent);
        using var client = gateway.Connect();
        var id = await client.SubmittedAsync();
        await client.EndAsync(id);
        await store.ExecuteAsync("UPDATE runs SET owner = 'somebody else'");

        using var read = await client.GetAsync($"/v1/runs/{id}", Cancelled);
        using var events = await client.GetAsync($"/v1/runs/{id}/events", Cancelled);
        using var deleted = await client.DeleteAsync($"/v1/runs/{id}", Cancelled);

        await read.ProblemAsync(404);
        await events.ProblemAsync(404);
        await deleted.ProblemAsync(404);
        Assert.Empty(RunListTests.Ids(await RunListTests.ListAsync(client, "")));
    }

    [Theory]
    [InlineData("{}", "input is missing")]
    [InlineData("""{"input":" "}""", "input is ' '")]
    [InlineData("""{"input":"Hi","session_id":"a b"}""", "session_id is 'a b'")]
    [InlineData("{", "a JSON object with input and, if wanted, session_id is expected")]
    public async Task A_run_that_cannot_be_is_refused_by_name(string body, string told)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        using var response = await client.SubmitAsync(body);

        var problem = await response.ProblemAsync(400);
        Assert.Contains(told, problem.Text("detail"), StringComparison.Ordinal);
    }

    private static TestGateway Start(
        TestStore store,
        ScriptedAgent agent,
        params (string, string)[] settings
    ) => new("http://127.0.0.1:1/v1", [.. store.Settings, .. settings]) { Agent = agent };
}
