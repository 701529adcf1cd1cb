using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class FakeProviderStatisticsTests
{
    [Fact]
    public async Task Chat_requests_are_counted_by_status_with_their_tokens()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.RateLimit.RequestsPerMinute = 2
        );
        await client.AskAsync("hello");
        await client.AskAsync("hello world", maxTokens: 5);
        await client.AskAsync("refused");
        await client.PostAsync(ProviderClient.ChatPath, "nonsense");
        await client.PostAsync("v1/unknown", "not a chat request");

        var statistics = client.Provider.GetStatistics();

        Assert.Equal(4, statistics.ChatRequests);
        Assert.Equal(2, statistics.ResponsesWith(200));
        Assert.Equal(1, statistics.ResponsesWith(429));
        Assert.Equal(1, statistics.ResponsesWith(400));
        Assert.Equal(0, statistics.ResponsesWith(500));
        Assert.Equal([200, 400, 429], statistics.Responses.Keys.Order());
        Assert.Equal(8 + 9, statistics.PromptTokens);
        Assert.Equal(50 + 5, statistics.CompletionTokens);
    }

    [Fact]
    public async Task Refusals_are_counted_by_reason()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = new ManualTimeProvider();
            o.RateLimit.RequestsPerMinute = 2;
            o.RateLimit.TokensPerMinute = 100;
            o.RateLimit.TokenQuota = 1_000;
        });
        await client.AskAsync("admitted", maxTokens: 60);
        await client.AskAsync("refused by the tokens", maxTokens: 60);
        await client.AskAsync("too large", maxTokens: 101);
        await client.AskAsync("beyond the quota", maxTokens: 1_000);
        await client.AskAsync("admitted", maxTokens: 1);
        await client.AskAsync("refused by the requests", maxTokens: 1);

        Assert.Equal(
            [
                KeyValuePair.Create(RefusalReason.RateRequests, 1L),
                KeyValuePair.Create(RefusalReason.RateTokens, 1L),
                KeyValuePair.Create(RefusalReason.TooLarge, 1L),
                KeyValuePair.Create(RefusalReason.Quota, 1L),
            ],
            client.Provider.GetStatistics().Refusals.OrderBy(entry => entry.Key)
        );
    }

    [Fact]
    public async Task A_snapshot_does_not_change()
    {
        await using var client = await ProviderClient.StartAsync();

        var before = client.Provider.GetStatistics();
        await client.AskAsync("hello");

        Assert.Equal(0, before.ChatRequests);
        Assert.Equal(1, client.Provider.GetStatistics().ChatRequests);
    }

    [Fact]
    public async Task Concurrent_requests_are_all_counted()
    {
        await using var client = await ProviderClient.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.AskAsync("hello")));

        Assert.Equal(200, client.Provider.GetStatistics().ResponsesWith(200));
        Assert.Equal(200 * 8, client.Provider.GetStatistics().PromptTokens);
    }
}
