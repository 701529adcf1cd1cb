using System.Net;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class LatencyTests
{
    private static readonly Delay Tail = Delay.LogNormal("400ms", "4s");
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_request_waits_out_its_delay_and_not_a_tick_less()
    {
        await using var client = await StartAsync(Tail);

        for (ulong sequence = 0; sequence < 3; sequence++)
        {
            var answer = client.AskAsync("hello");
            await UntilWaitingAsync(answer);
            _clock.Advance(Wait(sequence) - TimeSpan.FromTicks(1));
            Assert.Equal(1, _clock.PendingTimers);

            _clock.Advance(TimeSpan.FromTicks(1));
            Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        }
    }

    [Fact]
    public async Task Only_admitted_requests_use_up_delays()
    {
        await using var client = await StartAsync(Tail, requestsPerMinute: 1);
        var first = client.AskAsync("hello");
        await UntilWaitingAsync(first);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.AskAsync("hello")).StatusCode);
        await client.PostAsync(ProviderClient.ChatPath, "nonsense");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await first;

        var second = client.AskAsync("hello");
        await UntilWaitingAsync(second);
        _clock.Advance(Wait(1) - TimeSpan.FromTicks(1));
        Assert.Equal(1, _clock.PendingTimers);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, (await second).StatusCode);
    }

    [Fact]
    public async Task Without_a_delay_the_answer_needs_no_timer()
    {
        await using var client = await StartAsync(Delay.Fixed(TimeSpan.Zero));

        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("hello")).StatusCode);
        Assert.Equal(0, _clock.PendingTimers);
    }

    /// <summary>Timers count whole milliseconds, rounded down.</summary>
    private static TimeSpan Wait(ulong sequence) =>
        TimeSpan.FromMilliseconds(Math.Floor(Tail.Draw(42, sequence).TotalMilliseconds));

    private async Task UntilWaitingAsync(Task answer)
    {
        await Eventually.TrueAsync(() => _clock.PendingTimers > 0 || answer.IsCompleted);
        Assert.False(answer.IsCompleted);
    }

    private Task<ProviderClient> StartAsync(Delay latency, int? requestsPerMinute = null) =>
        ProviderClient.StartAsync(options =>
        {
            options.TimeProvider = _clock;
            options.Latency = latency;
            options.RateLimit.RequestsPerMinute = requestsPerMinute;
        });
}
