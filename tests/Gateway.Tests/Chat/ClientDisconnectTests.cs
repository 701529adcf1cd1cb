using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

public sealed class ClientDisconnectTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task A_client_that_leaves_cancels_the_call_to_the_provider_without_noise()
    {
        await using var upstream = await Upstream.StartAsync();
        var arrived = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        upstream.Chat = async context =>
        {
            context.RequestAborted.Register(cancelled.SetResult);
            arrived.SetResult();
            await cancelled.Task;
        };
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway(upstream.Endpoint) { Logs = logs };
        using var client = gateway.Connect();
        logs.Lines.Clear();
        using var outcome = new OutcomeProbe(gateway);
        using var leave = new CancellationTokenSource();

        var chat = client.PostAsync(
            "/api/chat",
            TestGateway.Json("""{"message":"Hi"}"""),
            leave.Token
        );
        await arrived.Task;
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chat);
        await cancelled.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("cancelled", await outcome.First);
        Assert.DoesNotContain(logs.Lines, line => line.Level >= LogLevel.Warning);
    }
}
