using System.Net;

namespace Gateway.Tests;

public sealed class ConcurrencyLimitTests
{
    // Only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task One_is_served_one_waits_and_one_is_refused()
    {
        await using var upstream = await Upstream.StartAsync();
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        upstream.Chat = async context =>
        {
            arrived.TrySetResult();
            await go.Task;
            await Completion.WriteAsync(context, "Hello!");
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Concurrency:MaxRequests", "1"),
            ("Concurrency:MaxQueued", "1")
        );
        using var client = gateway.Connect(connections: 3);
        var served = client.ChatAsync();
        await arrived.Task;

        // Which of the two is the one that waits is the race of their arrival.
        Task<HttpResponseMessage>[] others = [client.ChatAsync(), client.ChatAsync()];
        var refused = await Task.WhenAny(others);

        using var response = await refused;
        var problem = await response.ProblemAsync(503);
        Assert.Equal("1", response.Headers.RetryAfter?.ToString());
        Assert.Equal("concurrency", problem.Text("limit"));
        Assert.StartsWith(
            "1 requests are being served and 1 wait, which is the limit.",
            problem.Text("detail"),
            StringComparison.Ordinal
        );
        Assert.Equal(1, upstream.ChatCount);
        using var health = await client.GetAsync(
            "/health/ready",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        go.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await served).StatusCode);
        var waited = others.Single(other => other != refused);
        Assert.Equal(HttpStatusCode.OK, (await waited).StatusCode);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_caller_who_has_as_many_as_allowed_is_refused_and_others_are_not()
    {
        await using var upstream = await Upstream.StartAsync();
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        upstream.Chat = async context =>
        {
            arrived.TrySetResult();
            await go.Task;
            await Completion.WriteAsync(context, "Hello!");
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            Access.On(("Concurrency:MaxPerCaller", "1"))
        );
        using var chatter = gateway.Connect(connections: 2).As(Access.ChatKey);
        using var runner = gateway.Connect().As(Access.RunsKey);
        var served = chatter.ChatAsync();
        await arrived.Task;

        using var refused = await chatter.ChatAsync();
        using var other = await runner.GetAsync("/v1/runs", TestContext.Current.CancellationToken);
        go.SetResult();

        var problem = await refused.ProblemAsync(429);
        Assert.Equal("1", refused.Headers.RetryAfter?.ToString());
        Assert.Equal("caller_concurrency", problem.Text("limit"));
        Assert.StartsWith(
            "1 requests of caller 'chatter' are being served or wait, which is the limit.",
            problem.Text("detail"),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await served).StatusCode);
        using var later = await chatter.ChatAsync();
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact(Timeout = HangGuard)]
    public async Task While_nobody_has_to_say_who_they_are_they_are_not_one_caller()
    {
        await using var upstream = await Upstream.StartAsync();
        var arrived = 0;
        var both = new TaskCompletionSource();
        upstream.Chat = async context =>
        {
            if (Interlocked.Increment(ref arrived) == 2)
            {
                both.SetResult();
            }
            await both.Task;
            await Completion.WriteAsync(context, "Hello!");
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Concurrency:MaxPerCaller", "1")
        );
        using var client = gateway.Connect(connections: 2);

        var replies = await Task.WhenAll(client.ChatAsync(), client.ChatAsync());

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.StatusCode));
    }
}
