using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayBench.FakeProviderTests.Faults;

/// <summary>Faults that change a stream, but not how it ends.</summary>
public sealed class ChangedStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task One_chunk_is_malformed_and_the_others_are_sound(int after)
    {
        var (sound, reply) = await RepliesAsync(Fault.MalformedAfter(after));

        Assert.Equal(FaultyProvider.Chunks, reply.Events.Length);
        for (var i = 0; i < FaultyProvider.Chunks; i++)
        {
            if (i != after)
            {
                Assert.Equal(sound.Events[i], reply.Events[i]);
            }
        }
        var data = reply.Events[after]["data: ".Length..];
        Assert.StartsWith("{", data, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(data));
    }

    [Fact]
    public async Task Without_DONE_all_else_is_there()
    {
        var (sound, reply) = await RepliesAsync(Fault.NoDone());

        Assert.Equal("data: [DONE]", sound.Events[^1]);
        Assert.Equal(sound.Events[..^1], reply.Events);
    }

    [Fact]
    public async Task Without_usage_nobody_can_tell_that_it_was_asked_for()
    {
        var (sound, reply) = await RepliesAsync(Fault.NoUsage());

        Assert.DoesNotContain("usage", reply.Body, StringComparison.Ordinal);
        var expected = sound.Events[..^2].Select(WithoutUsage).Append("[DONE]");
        Assert.Equal(expected, reply.Events.Select(e => e["data: ".Length..]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stall_lasts_its_time_and_the_stream_goes_on(bool inMemory)
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.StallAfter(4, "30s"));
        await using var client = await RawClient.AskAsync(faulty.Provider, inMemory, true);

        await client.UntilAsync(faulty.Clock, text => Events(text) == 4);
        faulty.Clock.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        Assert.Equal(1, faulty.Clock.PendingTimers);
        Assert.Equal(4, Events(client.Received));

        faulty.Clock.Advance(TimeSpan.FromTicks(1));
        var reply = await client.EndAsync();
        Assert.True(reply.IsComplete);
        Assert.Equal((await FaultyProvider.SoundAsync(streamed: true)).Body, reply.Body);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_trickle_gives_so_many_bytes_at_a_time(bool inMemory, bool streamed)
    {
        const int AtATime = 200;
        var sound = (await FaultyProvider.SoundAsync(streamed)).Body;
        await using var faulty = await FaultyProvider.StartAsync(Fault.Trickle(AtATime, "5s"));
        await using var client = await RawClient.AskAsync(faulty.Provider, inMemory, streamed);

        for (var sent = AtATime; sent < sound.Length; sent += AtATime)
        {
            await client.UntilAsync(faulty.Clock, text => BodyOf(text) == sound[..sent]);
            faulty.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        var reply = await client.EndAsync();
        Assert.True(reply.IsComplete);
        Assert.Equal(sound, reply.Body);
        Assert.Equal(0, faulty.Clock.PendingTimers);
    }

    private static int Events(string text) =>
        BodyOf(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Length;

    private static string BodyOf(string text) =>
        text.Contains("\r\n\r\n", StringComparison.Ordinal) ? new RawReply(text, false).Body : "";

    private static string WithoutUsage(string @event)
    {
        var json = JsonNode.Parse(@event["data: ".Length..])!.AsObject();
        Assert.True(json.Remove("usage"));
        return json.ToJsonString();
    }

    private static async Task<(RawReply Sound, RawReply Faulty)> RepliesAsync(Fault fault)
    {
        await using var faulty = await FaultyProvider.StartAsync(fault);
        var reply = await faulty.ReplyAsync(inMemory: false, streamed: true);
        Assert.True(reply.IsComplete);
        return (await FaultyProvider.SoundAsync(streamed: true), reply);
    }
}
