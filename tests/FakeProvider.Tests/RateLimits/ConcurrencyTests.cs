using System.Net;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class ConcurrencyTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Parallel_requests_over_one_bucket_are_admitted_exactly_up_to_the_limit()
    {
        var limiter = new RateLimiter(new RateLimitOptions { RequestsPerMinute = 3_170 }, _clock);
        var admitted = 0;

        Parallel.For(
            0,
            10_000,
            _ =>
            {
                if (limiter.Admit(1, new RateLimitDemand(1, 1)).Refusal is null)
                {
                    Interlocked.Increment(ref admitted);
                }
            }
        );

        Assert.Equal(3_170, admitted);
    }

    [Fact]
    public void A_key_has_its_own_limit_and_all_keys_have_one_together()
    {
        var limiter = new RateLimiter(
            new RateLimitOptions { ConcurrentRequests = 2, TotalConcurrentRequests = 3 },
            _clock
        );

        Assert.Equal([true, true, false], [Enters(1), Enters(1), Enters(1)]);
        Assert.Equal([true, false], [Enters(2), Enters(2)]);
        limiter.Leave(1);
        Assert.Equal([true, false, false], [Enters(1), Enters(1), Enters(2)]);
        limiter.Leave(2);
        Assert.Equal([false, true, false], [Enters(1), Enters(2), Enters(3)]);

        bool Enters(ulong key) => limiter.Admit(key, new RateLimitDemand(1, 1)).Refusal is null;
    }

    [Fact]
    public async Task Requests_in_parallel_beyond_the_limit_are_refused_and_use_up_nothing()
    {
        await using var client = await StartAsync(o =>
        {
            o.RateLimit.ConcurrentRequests = 5;
            o.RateLimit.RequestsPerMinute = 100;
        });

        var asked = Enumerable.Range(0, 12).Select(_ => client.AskAsync("hello")).ToArray();
        await Eventually.TrueAsync(() => asked.Count(ask => ask.IsCompleted) == 7);

        var refused = await await Task.WhenAny(asked);
        var error = await refused.ErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal("requests", error.Type);
        Assert.Equal("rate_limit_exceeded", error.Code);
        Assert.Contains(
            "concurrent requests: Limit 5, Used 5, Requested 1",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Null(refused.Header("retry-after"));
        Assert.Null(refused.Header("x-should-retry"));
        var another = await client.AskAsync("hello");
        Assert.Equal("95", another.Header("x-ratelimit-remaining-requests"));
        Assert.Equal(8, client.Provider.GetStatistics().Refusals[RefusalReason.Concurrency]);

        var statuses = (await _clock.AdvanceUntilEndedAsync(Task.WhenAll(asked))).Select(response =>
            response.StatusCode
        );
        Assert.Equal(5, statuses.Count(status => status == HttpStatusCode.OK));
        var next = await _clock.AdvanceUntilEndedAsync(client.AskAsync("hello"));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task A_client_that_goes_away_frees_its_place()
    {
        await using var client = await StartAsync(o => o.RateLimit.TotalConcurrentRequests = 1);
        using var cancellation = new CancellationTokenSource();
        using var body = new StringContent(ProviderClient.Body("hello"));
        var asked = client.Http.PostAsync(ProviderClient.ChatPath, body, cancellation.Token);
        await Eventually.TrueAsync(() => _clock.PendingTimers == 1);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.AskAsync("no")).StatusCode);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await Eventually.TrueAsync(() => client.Provider.GetStatistics().Abandoned == 1);

        var next = await _clock.AdvanceUntilEndedAsync(client.AskAsync("hello"));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    private Task<ProviderClient> StartAsync(Action<FakeProviderOptions> configure) =>
        ProviderClient.StartAsync(options =>
        {
            options.TimeProvider = _clock;
            options.Latency = Delay.Fixed("1s");
            configure(options);
        });
}
