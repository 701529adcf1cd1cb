using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class RequestTimeoutTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    [Theory(Timeout = HangGuard)]
    [InlineData("/api/chat", """{"message":"Hi"}""")]
    [InlineData("/api/chat", """{"message":"Hi","stream":true}""")]
    [InlineData(
        "/v1/chat/completions",
        """{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hi"}]}"""
    )]
    [InlineData("/v1/chat/completions", CompletionStreamTests.Request)]
    public async Task A_request_that_takes_too_long_gets_504_and_counts_as_that(
        string path,
        string body
    )
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

        using var response = await client.PostAsync(
            path,
            TestGateway.Json(body),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(504, (int)response.StatusCode);
        Assert.Contains(
            "There was no answer within 7 s, which is the limit.",
            (await response.JsonAsync()).GetRawText(),
            StringComparison.Ordinal
        );
        await cancelled.Task.WaitAsync(TestContext.Current.CancellationToken);
        var ended = (await client.MetricsAsync()).Samples.Where(sample =>
            sample.Name is "gateway_chat_requests_total" or "gateway_completion_requests_total"
        );
        Assert.Equal(["timeout"], ended.Select(sample => sample.Labels["outcome"]));
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
