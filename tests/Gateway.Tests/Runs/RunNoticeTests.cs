using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Tests;

/// <summary>What becomes of runs during the notice that a gateway gives before it closes.</summary>
public sealed class RunNoticeTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task Runs_are_taken_and_begun_until_it_is_over_and_not_later()
    {
        await using var store = TestStore.NewSqlite();
        var working = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Thinking = (message, _) =>
            {
                if (message != "last")
                {
                    return Task.CompletedTask;
                }
                working.SetResult();
                return go.Task;
            },
        };
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            [.. store.Settings, ("Lifetime:NoticeSeconds", "10"), ("Runs:MaxConcurrent", "1")]
        )
        {
            Agent = agent,
            Clock = clock,
        };
        using var client = gateway.Connect();
        var host = gateway.Services.GetRequiredService<IHostApplicationLifetime>();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.ApplicationStopped.Register(stopped.SetResult);

        host.StopApplication();
        var notice = gateway
            .Services.GetRequiredService<Draining>()
            .StoppingAsync(TestContext.Current.CancellationToken);
        var during = await client.EndAsync(await client.SubmittedAsync());
        var last = await client.SubmittedAsync("""{"input":"last"}""");
        await working.Task;
        var waits = await client.SubmittedAsync();
        clock.Advance(TimeSpan.FromSeconds(10));
        await notice;
        go.SetResult();
        await stopped.Task;

        Assert.Equal("succeeded", during.Text("state"));
        Assert.Equal("succeeded", await StateAsync(last));
        Assert.Equal("queued", await StateAsync(waits));

        Task<string> StateAsync(string run) =>
            store.ReadAsync<string>($"SELECT state FROM runs WHERE id = '{run}'");
    }
}
