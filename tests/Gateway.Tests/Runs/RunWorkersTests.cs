using System.Data.Common;
using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>What keeps the workers of runs from working.</summary>
public sealed class RunWorkersTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task Runs_of_one_session_leave_the_workers_to_others()
    {
        var go = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Thinking = (message, _) => message == "slow" ? go.Task : Task.CompletedTask,
        };
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Runs:MaxConcurrent", "2")
        )
        {
            Agent = agent,
        };
        using var client = gateway.Connect();
        var slow = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            slow.Add(await client.SubmittedAsync("""{"input":"slow","session_id":"a"}"""));
        }

        var other = await client.EndAsync(await client.SubmittedAsync());
        var metrics = await client.MetricsAsync();
        go.SetResult();

        Assert.Equal("succeeded", other.Text("state"));
        Assert.Equal(2, metrics.Value("gateway_runs_queued"));
        foreach (var run in slow)
        {
            Assert.Equal("succeeded", (await client.EndAsync(run)).Text("state"));
        }
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_run_waits_for_a_chat_of_its_session_without_a_worker()
    {
        var thinking = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Thinking = (message, _) =>
            {
                if (message != "chat")
                {
                    return Task.CompletedTask;
                }
                thinking.SetResult();
                return go.Task;
            },
        };
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Runs:MaxConcurrent", "1")
        )
        {
            Agent = agent,
        };
        using var client = gateway.Connect(connections: 2);
        var chat = client.ChatAsync("""{"message":"chat","session_id":"a"}""");
        await thinking.Task;
        var waits = await client.SubmittedAsync("""{"input":"run","session_id":"a"}""");

        var other = await client.EndAsync(await client.SubmittedAsync());
        var before = (await client.RunAsync(waits)).Text("state");
        go.SetResult();
        using var answered = await chat;

        Assert.Equal("succeeded", other.Text("state"));
        Assert.Equal("queued", before);
        Assert.True(answered.IsSuccessStatusCode);
        Assert.Equal("succeeded", (await client.EndAsync(waits)).Text("state"));
        Assert.Equal(["chat", "Hello!", "run"], agent.Asked[^1]);
    }

    [Fact(Timeout = HangGuard)]
    public async Task An_exception_that_nobody_expects_costs_no_worker()
    {
        await using var store = TestStore.NewSqlite();
        using var engine = new BreakableEngine(store);
        using var logs = new RecordedLogs();
        using var agent = new ScriptedAgent
        {
            Thinking = (message, _) =>
            {
                engine.IsBroken = message == "break";
                return Task.CompletedTask;
            },
        };
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", store.Settings)
        {
            Agent = agent,
            Logs = logs,
            Configure = services =>
                services.AddSingleton<DatabaseEngine>(provider =>
                {
                    engine.Metrics = provider.GetRequiredService<PoolMetrics>();
                    return engine;
                }),
        };
        using var client = gateway.Connect();
        // More of them than there are workers.
        for (var n = 0; n < 40; n++)
        {
            await client.SubmittedAsync("""{"input":"break"}""");
            await Eventually.TrueAsync(() => Lost() == n + 1);
            engine.IsBroken = false;
        }

        var next = await client.EndAsync(await client.SubmittedAsync());
        var metrics = await client.MetricsAsync();

        Assert.Equal("succeeded", next.Text("state"));
        Assert.Equal(0, metrics.Value("gateway_runs_running"));

        int Lost() =>
            logs.Lines.Count(line =>
                line.Text.Contains("ended could not be stored", StringComparison.Ordinal)
            );
    }

    /// <summary>A store that throws what no store should, when the test wants it to.</summary>
    private sealed class BreakableEngine : DatabaseEngine, IConnectionSource
    {
        private readonly SqliteConnections _source;
        private ConnectionPool? _pool;

        public BreakableEngine(TestStore store) => _source = new(store.Settings[1].Value);

        public volatile bool IsBroken;

        public PoolMetrics? Metrics { get; set; }

        public override ConnectionPool Readers =>
            _pool ??= new("test", 1, TimeSpan.FromMinutes(1), this, Metrics!, TimeProvider.System);

        public override ConnectionPool Writers => Readers;

        public override string LockSchema => "";

        public int? Idle => null;

        public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
            IsBroken
                ? throw new InvalidOperationException("Nobody expects this.")
                : _source.OpenAsync(cancellationToken);

        public ValueTask ReturnAsync(DbConnection connection, bool sound) =>
            _source.ReturnAsync(connection, sound);

        public void CloseIdle() => _source.CloseIdle();

        public override void Dispose()
        {
            CloseIdle();
            _pool?.Dispose();
        }
    }
}
