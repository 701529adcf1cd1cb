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

    [Fact]
    public async Task A_stream_and_a_whole_answer_take_equally_long()
    {
        await using var client = await StartAsync(
            Delay.Fixed("100ms"),
            configure: o =>
            {
                o.TokenGap = Delay.Fixed("10ms");
                o.LatencyPerPromptToken = TimeSpan.FromMilliseconds(1);
            }
        );
        // 8 tokens of a prompt, and 4 gaps between 5 tokens.
        var time = TimeSpan.FromMilliseconds(100 + 8 + 4 * 10);

        foreach (var stream in new[] { "false", "true" })
        {
            var answer = client.PostAsync(
                ProviderClient.ChatPath,
                $$"""{"model":"m","max_tokens":5,"stream":{{stream}},"messages":[{"role":"user","content":"hello"}]}"""
            );
            await UntilWaitingAsync(answer);
            for (var passed = 0; passed < time.TotalMilliseconds; passed++)
            {
                Assert.False(answer.IsCompleted);
                await Eventually.TrueAsync(() => _clock.PendingTimers > 0);
                _clock.Advance(TimeSpan.FromMilliseconds(1));
            }
            Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        }
    }

    [Fact]
    public async Task Beyond_the_slots_requests_wait_and_beyond_the_queue_they_are_refused()
    {
        await using var client = await StartAsync(
            Delay.Fixed("1s"),
            configure: o => (o.Slots, o.MostWaiting) = (1, 1)
        );

        var served = client.AskAsync("hello");
        await UntilWaitingAsync(served);
        Task<HttpResponseMessage>[] others = [client.AskAsync("a"), client.AskAsync("b")];
        var refused = await await Task.WhenAny(others);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(1, _clock.PendingTimers);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await served).StatusCode);
        await Eventually.TrueAsync(() => _clock.PendingTimers > 0);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var answers = await Task.WhenAll(others);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    /// <summary>Timers count whole milliseconds, rounded up.</summary>
    private static TimeSpan Wait(ulong sequence) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(Tail.Draw(42, sequence).TotalMilliseconds));

    private async Task UntilWaitingAsync(Task answer)
    {
        await Eventually.TrueAsync(() => _clock.PendingTimers > 0 || answer.IsCompleted);
        Assert.False(answer.IsCompleted);
    }

    private Task<ProviderClient> StartAsync(
        Delay latency,
        int? requestsPerMinute = null,
        Action<FakeProviderOptions>? configure = null
    ) =>
        ProviderClient.StartAsync(options =>
        {
            options.TimeProvider = _clock;
            options.Latency = latency;
            options.RateLimit.RequestsPerMinute = requestsPerMinute;
            configure?.Invoke(options);
        });
}
