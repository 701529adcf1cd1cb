using System.Net.Http.Json;

namespace GatewayBench.Tests.Series;

public sealed class ProviderSeriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slice_holds_requests_refusals_attempts_and_what_is_left_of_the_limits()
    {
        await using var provider = await FakeProvider.StartAsync(
            o =>
            {
                o.RateLimit.RequestsPerMinute = 3;
                o.RateLimit.RequestQuota = 10;
            },
            Stop
        );
        using var client = new HttpClient { BaseAddress = provider.BaseAddress };
        var seen = new SeenSeries(new ProviderSeries(provider)).End();
        // Three attempts of one request, and a request of its own: the last is refused.
        await AskAsync("11111111111111111111111111111111");
        await AskAsync("11111111111111111111111111111111");
        await AskAsync("11111111111111111111111111111111");
        await AskAsync("22222222222222222222222222222222");
        seen.End();

        Assert.Equal([0, 4], seen["provider.requests.rate"]);
        Assert.Equal([0, 1], seen["provider.rate_limited.rate"]);
        Assert.Equal([null, 2], seen["provider.attempts_per_request"]);
        Assert.Equal([3, 0], seen["provider.remaining.requests"]);
        Assert.Equal([10, 7], seen["provider.remaining.request_quota"]);
        Assert.Equal([0, 0], seen["provider.in_flight"]);
        Assert.True(seen["provider.tokens.rate"][1] > 0);
        Assert.DoesNotContain(seen.All, one => one.Name == "provider.remaining.tokens");
        Assert.All(seen.All, one => Assert.Equal("provider", one.Source));

        async Task AskAsync(string id)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions")
            {
                Content = JsonContent.Create(
                    new { model = "m", messages = new[] { new { role = "user", content = "hi" } } }
                ),
            };
            request.Headers.Add("traceparent", $"00-{id}-1234567890abcdef-01");
            using var response = await client.SendAsync(request, Stop);
            await response.Content.ReadAsByteArrayAsync(Stop);
        }
    }
}
