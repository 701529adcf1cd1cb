using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Tests;

/// <summary>What becomes of runs when a gateway stops, crashes or loses its store, on both kinds of store.</summary>
public sealed class RunRestartTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    public static TheoryData<string> Stores => TestStore.Kinds;

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(Stores))]
    public async Task After_a_crash_runs_are_settled_and_those_that_waited_go_on(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using (var before = Start(store, agent))
        {
            _ = before.Services;
        }
        await store.ExecuteAsync(
            """
            INSERT INTO runs (id, instance, owner, session_id, input, state, created_at) VALUES
                ('run_1', 'me', 'anonymous', 'a', 'cut off', 'running', 1),
                ('run_2', 'me', 'anonymous', 'b', 'was stored', 'running', 2),
                ('run_3', 'me', 'anonymous', 'c', 'waited', 'queued', 3),
                ('run_4', 'me', 'anonymous', 'd', 'had failed', 'failed', 4),
                ('run_5', 'another', 'anonymous', 'e', 'works elsewhere', 'running', 5),
                ('run_6', 'another', 'anonymous', 'f', 'waits elsewhere', 'queued', 6);
            INSERT INTO sessions (id, owner, turns, created_at, updated_at) VALUES
                ('b', 'anonymous', 1, 1, 1);
            INSERT INTO turns (session_id, number, id, message, reply, created_at) VALUES
                ('b', 1, 'run_2', 'was stored', 'Yes.', 1);
            """
        );

        await using var gateway = Start(store, agent, ("Runs:Instance", "me"));
        using var client = gateway.Connect();
        var waited = await client.EndAsync("run_3");
        var cut = await client.RunAsync("run_1");
        var stored = await client.RunAsync("run_2");

        Assert.Equal("succeeded", waited.Text("state"));
        Assert.Equal("interrupted", cut.Text("state"));
        Assert.Equal("gateway_stopped", cut.Text("reason"));
        Assert.Equal("succeeded", stored.Text("state"));
        Assert.Equal("Yes.", stored.Text("output"));
        Assert.Equal("failed", (await client.RunAsync("run_4")).Text("state"));
        Assert.Equal("running", (await client.RunAsync("run_5")).Text("state"));
        Assert.Equal("queued", (await client.RunAsync("run_6")).Text("state"));
        Assert.Equal(["waited"], Assert.Single(agent.Asked));
        using var elsewhere = await client.DeleteAsync(
            "/v1/runs/run_6",
            TestContext.Current.CancellationToken
        );
        await elsewhere.ProblemAsync(409);
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(Stores))]
    public async Task A_gateway_that_stops_interrupts_what_works_and_keeps_what_waits(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        var working = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Thinking = (_, cancelled) =>
                working.TrySetResult()
                    ? Task.Delay(Timeout.Infinite, cancelled)
                    : Task.CompletedTask,
        };
        string works;
        string waits;
        await using (
            var stops = Start(store, agent, ("Runs:MaxConcurrent", "1"), ("Runs:StopSeconds", "0"))
        )
        {
            using var client = stops.Connect();
            works = await client.SubmittedAsync();
            await working.Task;
            waits = await client.SubmittedAsync();
        }

        Assert.Equal("interrupted", await StateAsync(store, works));
        Assert.Equal("queued", await StateAsync(store, waits));
        await using var gateway = Start(store, agent);
        using var next = gateway.Connect();
        Assert.Equal("succeeded", (await next.EndAsync(waits)).Text("state"));
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(Stores))]
    public async Task A_gateway_that_stops_lets_a_run_end_that_is_quick_and_its_listeners_hear_it(
        string kind
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        var working = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Thinking = (_, _) =>
            {
                working.TrySetResult();
                return go.Task;
            },
        };
        var gateway = Start(store, agent, ("Runs:StopSeconds", "60"));
        using var client = gateway.Connect();
        var id = await client.SubmittedAsync();
        await working.Task;
        var listening = new TaskCompletionSource();
        var heard = Task.Run(
            async () =>
            {
                var last = "";
                await foreach (var item in client.EventsAsync(id))
                {
                    last = item.EventType;
                    listening.TrySetResult();
                }
                return last;
            },
            TestContext.Current.CancellationToken
        );
        await listening.Task;
        var stopping = gateway
            .Services.GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStopping;

        var stopped = Task.Run(
            () => gateway.DisposeAsync().AsTask(),
            TestContext.Current.CancellationToken
        );
        await Eventually.TrueAsync(() => stopping.IsCancellationRequested);
        go.SetResult();
        await stopped;

        Assert.Equal("end", await heard);
        Assert.Equal("succeeded", await StateAsync(store, id));
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task An_end_that_the_store_does_not_take_is_stored_as_soon_as_it_does()
    {
        await using var store = TestStore.NewSqlite();
        using var agent = new ScriptedAgent();
        var clock = new ManualTimeProvider();
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", store.Settings)
        {
            Agent = agent,
            Clock = clock,
            Logs = logs,
        };
        using var client = gateway.Connect();
        await store.ExecuteAsync(
            """
            CREATE TRIGGER broken BEFORE UPDATE ON runs WHEN NEW.state = 'succeeded'
            BEGIN SELECT RAISE(ABORT, 'broken'); END
            """
        );
        var id = await client.SubmittedAsync();
        await Eventually.TrueAsync(() =>
            logs.Lines.Any(line =>
                line.Text.StartsWith("The store failed: Failed", StringComparison.Ordinal)
            )
        );

        var before = (await client.RunAsync(id)).Text("state");
        await store.ExecuteAsync("DROP TRIGGER broken");
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return StateAsync(store, id).GetAwaiter().GetResult() == "succeeded";
        });

        Assert.Equal("running", before);
        Assert.Equal("succeeded", (await client.EndAsync(id)).Text("state"));
    }

    private static TestGateway Start(
        TestStore store,
        ScriptedAgent agent,
        params (string, string)[] settings
    ) => new("http://127.0.0.1:1/v1", [.. store.Settings, .. settings]) { Agent = agent };

    private static Task<string> StateAsync(TestStore store, string run) =>
        store.ReadAsync<string>($"SELECT state FROM runs WHERE id = '{run}'");
}
