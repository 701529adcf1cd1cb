using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class ProviderCountersTests
{
    [Fact]
    public async Task They_say_what_the_statistics_say_and_what_is_under_way()
    {
        var clock = new ManualTimeProvider();
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = clock;
            o.Latency = Delay.Fixed("2s");
            o.RateLimit.RequestsPerMinute = 2;
        });
        await clock.AdvanceUntilEndedAsync(client.AskAsync("hello"));
        var waiting = client.AskAsync("hello world", maxTokens: 5);
        await Eventually.TrueAsync(() => client.Provider.Counters.InFlight == 1);
        await client.AskAsync("refused");

        var during = client.Provider.Counters;
        await clock.AdvanceUntilEndedAsync(waiting);
        await Eventually.TrueAsync(() => client.Provider.Counters.InFlight == 0);

        var after = client.Provider.Counters;
        var statistics = client.Provider.GetStatistics();
        Assert.Equal((2, 1, 58), (during.Requests, during.RateLimited, during.Tokens));
        Assert.Equal(1, during.Delays.Count);
        Assert.Equal(statistics.ChatRequests, after.Requests);
        Assert.Equal(statistics.ResponsesWith(429), after.RateLimited);
        Assert.Equal(statistics.PromptTokens + statistics.CompletionTokens, after.Tokens);
        Assert.Equal(2, after.Delays.Count);
        Assert.Equal(TimeSpan.FromSeconds(4), after.Delays.Planned);
        Assert.True(after.Delays.Actual >= after.Delays.Planned);
    }
}
