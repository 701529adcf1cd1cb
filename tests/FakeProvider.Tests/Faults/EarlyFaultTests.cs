using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests.Faults;

/// <summary>Faults before the first byte of an answer.</summary>
public sealed class EarlyFaultTests
{
    [Theory]
    [InlineData(503, "server_error", false)]
    [InlineData(500, "server_error", true)]
    [InlineData(401, "invalid_request_error", false)]
    [InlineData(429, "requests", true)]
    public async Task A_status_has_the_formats_own_error_body(
        int status,
        string type,
        bool inMemory
    )
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.Status(status));

        var reply = await faulty.ReplyAsync(inMemory, streamed: true);

        Assert.Equal(status, reply.Status);
        Assert.True(reply.IsComplete);
        Assert.Contains($"\"type\":\"{type}\"", reply.Body, StringComparison.Ordinal);
        Assert.Null(reply.Header("Retry-After"));
        var statistics = faulty.Provider.GetStatistics();
        Assert.Equal(1, statistics.ResponsesWith(status));
        Assert.Equal(0, statistics.CompletionTokens);
        Assert.Equal([KeyValuePair.Create("status", 1L)], statistics.Faults);
    }

    [Theory]
    [InlineData("99999999999")]
    [InlineData("-1")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_Retry_After_is_sent_as_it_is_however_absurd(string value)
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.RetryAfter(429, value));

        var reply = await faulty.ReplyAsync(inMemory: false, streamed: false);

        Assert.Equal(429, reply.Status);
        Assert.Equal(value, reply.Header("Retry-After"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reset_comes_without_a_byte(bool inMemory)
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.Reset());

        Assert.Equal(
            new RawReply("", WasReset: true),
            await faulty.ReplyAsync(inMemory, streamed: false)
        );

        // It is counted once the connection is gone.
        await Eventually.TrueAsync(() => faulty.Provider.GetStatistics().Abandoned == 1);
        Assert.Equal(1, faulty.Provider.GetStatistics().Faults["reset"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Slow_headers_come_as_much_later_and_the_answer_is_sound(bool streamed)
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.SlowHeaders("10s"));
        await using var client = await RawClient.AskAsync(faulty.Provider, false, streamed);

        await client.UntilAsync(faulty.Clock, _ => true);
        faulty.Clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.Equal(1, faulty.Clock.PendingTimers);
        Assert.Equal("", client.Received);

        faulty.Clock.Advance(TimeSpan.FromTicks(1));
        var reply = await client.EndAsync();
        Assert.True(reply.IsComplete);
        Assert.Equal((await FaultyProvider.SoundAsync(streamed)).Body, reply.Body);
    }
}
