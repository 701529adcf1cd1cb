using System.Net;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class OverloadTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task More_than_the_capacity_is_an_overload_until_one_has_ended()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = _clock;
            o.Latency = Delay.Fixed("1s");
            o.Overload.MaxInService = 3;
        });

        var asked = Enumerable.Range(0, 10).Select(_ => client.AskAsync("hello")).ToArray();
        await Eventually.TrueAsync(() => asked.Count(ask => ask.IsCompleted) == 7);
        var refused = await await Task.WhenAny(asked);
        var served = (await _clock.AdvanceUntilEndedAsync(Task.WhenAll(asked))).Count(r =>
            r.StatusCode == HttpStatusCode.OK
        );

        var error = await refused.ErrorAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("server_error", error.Type);
        Assert.Equal("overloaded", error.Code);
        Assert.Equal(3, served);
        Assert.Equal(7, client.Provider.GetStatistics().Refusals[RefusalReason.Overload]);

        var next = await _clock.AdvanceUntilEndedAsync(client.AskAsync("hello"));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task A_request_that_its_limits_refuse_is_no_longer_in_service()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = _clock;
            o.RateLimit.RequestsPerMinute = 1;
            o.Overload.MaxInService = 1;
        });
        await client.AskAsync("hello");

        for (var i = 0; i < 3; i++)
        {
            var refused = await client.AskAsync("hello");
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        }
    }

    [Fact]
    public void Without_limits_nothing_is_counted_or_locked()
    {
        var options = new FakeProviderOptions();

        Assert.Null(Availability.Of(options));
        Assert.False(options.RateLimit.Any);
    }
}
