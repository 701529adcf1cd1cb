using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class RequestTimeoutTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task A_request_that_takes_too_long_gets_504_and_its_work_is_cancelled()
    {
        await using var upstream = await Upstream.StartAsync();
        var clock = new ManualTimeProvider();
        var cancelled = new TaskCompletionSource();
        upstream.Chat = async context =>
        {
            context.RequestAborted.Register(cancelled.SetResult);
            clock.Advance(TimeSpan.FromSeconds(7));
            await cancelled.Task;
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("RequestTimeout:Seconds", "7")
        )
        {
            Clock = clock,
        };
        using var client = gateway.Connect();

        using var response = await client.ChatAsync();

        Assert.Equal(
            "There was no answer within 7 s, which is the limit.",
            (await response.ProblemAsync(504)).Text("detail")
        );
        await cancelled.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void What_has_been_lifted_does_not_pass()
    {
        var clock = new ManualTimeProvider();
        using var left = new CancellationTokenSource();
        using var stopping = new CancellationTokenSource();
        using var kept = Of(TimeSpan.FromSeconds(1));
        using var lifted = Of(TimeSpan.FromSeconds(1));
        using var stopped = Of(TimeSpan.FromSeconds(2));

        lifted.DisableTimeout();
        clock.Advance(TimeSpan.FromSeconds(1));
        stopping.Cancel();

        Assert.True(kept.Passed);
        Assert.False(lifted.RequestTimeoutToken.IsCancellationRequested);
        Assert.True(stopped.Stopped);
        left.Cancel();
        Assert.True(lifted.RequestTimeoutToken.IsCancellationRequested);
        Assert.False(lifted.Passed);

        Deadline Of(TimeSpan after) => new(after, clock, left.Token, stopping.Token);
    }
}
