using System.Net;

namespace Gateway.Tests;

public sealed class ConcurrencyLimitTests
{
    // Only a broken gateway meets this limit.
    [Fact(Timeout = 60_000)]
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
}
