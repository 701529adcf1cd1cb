using System.Text.Json;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests.Faults;

/// <summary>Faults that end a stream before its end.</summary>
public sealed class BrokenStreamTests
{
    public static readonly TheoryData<bool, int> Places = new MatrixTheoryData<bool, int>(
        [false, true],
        [0, 1, 3, FaultyProvider.Chunks]
    );

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_reset_comes_after_exactly_so_many_chunks(bool inMemory, int chunks)
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.ResetAfter(chunks));
        await using var client = await RawClient.AskAsync(faulty.Provider, inMemory, true);

        // A reset discards what has not arrived: the clock stands still until it has.
        await client.UntilAsync(
            faulty.Clock,
            text =>
                text.Contains("\r\n\r\n", StringComparison.Ordinal)
                && new RawReply(text, false).Events.Length == chunks
        );
        faulty.Clock.Advance(FaultedAnswer.BeforeReset);
        var reply = await client.EndAsync();

        Assert.True(reply.WasReset);
        await AssertBeginsSoundAsync(reply, chunks);
        await Eventually.TrueAsync(() => faulty.Provider.GetStatistics().ResponsesWith(200) == 1);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_cut_closes_the_connection_without_HTTPs_end(bool inMemory, int chunks)
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.CutAfter(chunks));

        var reply = await faulty.ReplyAsync(inMemory, streamed: true);

        Assert.False(reply.WasReset);
        Assert.False(reply.IsComplete);
        await AssertBeginsSoundAsync(reply, chunks);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task An_early_end_is_in_good_order(bool inMemory, int chunks)
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.EndAfter(chunks));

        var reply = await faulty.ReplyAsync(inMemory, streamed: true);

        Assert.True(reply.IsComplete);
        await AssertBeginsSoundAsync(reply, chunks);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task An_error_event_is_the_last(bool inMemory, int chunks)
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.ErrorAfter(chunks));

        var reply = await faulty.ReplyAsync(inMemory, streamed: true);

        Assert.True(reply.IsComplete);
        Assert.Equal(chunks + 1, reply.Events.Length);
        const string Start = "event: error\ndata: ";
        Assert.StartsWith(Start, reply.Events[^1], StringComparison.Ordinal);
        var error = JsonDocument.Parse(reply.Events[^1][Start.Length..]).RootElement;
        Assert.Equal("server_error", error.GetProperty("error").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_stream_that_is_over_before_is_not_harmed()
    {
        await using var faulty = await FaultyProvider.StartAsync(
            Fault.CutAfter(FaultyProvider.Chunks + 1)
        );

        var reply = await faulty.ReplyAsync(inMemory: false, streamed: true);

        Assert.True(reply.IsComplete);
        await AssertBeginsSoundAsync(reply, FaultyProvider.Chunks);
    }

    private static async Task AssertBeginsSoundAsync(RawReply reply, int chunks)
    {
        Assert.Equal(200, reply.Status);
        Assert.Equal("text/event-stream", reply.Header("Content-Type"));
        var sound = await FaultyProvider.SoundAsync(streamed: true);
        Assert.Equal(sound.Events[..chunks], reply.Events);
    }
}
