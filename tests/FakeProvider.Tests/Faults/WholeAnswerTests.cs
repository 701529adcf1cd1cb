using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayBench.FakeProviderTests.Faults;

/// <summary>What faults do to an answer that is not streamed.</summary>
public sealed class WholeAnswerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reset_comes_after_half_of_what_was_announced(bool inMemory)
    {
        var sound = (await FaultyProvider.SoundAsync(streamed: false)).Body;
        var half = sound[..(sound.Length / 2)];
        await using var faulty = await FaultyProvider.StartAsync(Fault.ResetAfter(3));
        await using var client = await RawClient.AskAsync(faulty.Provider, inMemory, false);

        await client.UntilAsync(
            faulty.Clock,
            text => text.EndsWith(half, StringComparison.Ordinal)
        );
        faulty.Clock.Advance(FaultedAnswer.BeforeReset);
        var reply = await client.EndAsync();

        Assert.True(reply.WasReset);
        Assert.Equal(half, reply.Body);
        Assert.Equal($"{sound.Length}", reply.Header("Content-Length"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cut_comes_after_half_of_what_was_announced(bool inMemory)
    {
        var (sound, reply) = await RepliesAsync(Fault.CutAfter(3), inMemory);

        Assert.False(reply.WasReset);
        Assert.Equal(sound.Body[..(sound.Body.Length / 2)], reply.Body);
        Assert.Equal($"{sound.Body.Length}", reply.Header("Content-Length"));
    }

    [Fact]
    public async Task An_early_end_is_half_of_the_body_and_says_so()
    {
        var (sound, reply) = await RepliesAsync(Fault.EndAfter(3));

        Assert.True(reply.IsComplete);
        Assert.Equal(sound.Body[..(sound.Body.Length / 2)], reply.Body);
    }

    [Fact]
    public async Task A_malformed_body_lacks_its_last_byte()
    {
        var (sound, reply) = await RepliesAsync(Fault.MalformedAfter(3));

        Assert.True(reply.IsComplete);
        Assert.Equal(sound.Body[..^1], reply.Body);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(reply.Body));
    }

    [Fact]
    public async Task The_usage_alone_is_missing()
    {
        var (sound, reply) = await RepliesAsync(Fault.NoUsage());

        Assert.True(reply.IsComplete);
        var expected = JsonNode.Parse(sound.Body)!.AsObject();
        Assert.True(expected.Remove("usage"));
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(reply.Body)));
    }

    [Fact]
    public async Task A_stall_comes_after_half_of_the_body()
    {
        var sound = (await FaultyProvider.SoundAsync(streamed: false)).Body;
        await using var faulty = await FaultyProvider.StartAsync(Fault.StallAfter(3, "1m"));
        await using var client = await RawClient.AskAsync(faulty.Provider, false, false);

        await client.UntilAsync(
            faulty.Clock,
            text => text.EndsWith(sound[..(sound.Length / 2)], StringComparison.Ordinal)
        );
        faulty.Clock.Advance(TimeSpan.FromMinutes(1));

        var reply = await client.EndAsync();
        Assert.True(reply.IsComplete);
        Assert.Equal(sound, reply.Body);
    }

    [Theory]
    [InlineData(false, false, 100)]
    [InlineData(false, true, 100)]
    [InlineData(true, false, 100)]
    [InlineData(true, true, 100)]
    [InlineData(false, false, -10)]
    [InlineData(false, true, -10)]
    [InlineData(true, false, -10)]
    [InlineData(true, true, -10)]
    [InlineData(false, false, -1_000_000)]
    public async Task The_length_is_wrong_and_all_bytes_come(
        bool inMemory,
        bool streamed,
        int difference
    )
    {
        await using var faulty = await FaultyProvider.StartAsync(Fault.ContentLength(difference));

        var reply = await faulty.ReplyAsync(inMemory, streamed);

        var sound = (await FaultyProvider.SoundAsync(streamed)).Body;
        Assert.Equal(sound, reply.Body);
        Assert.False(reply.WasReset);
        Assert.Equal($"{Math.Max(0, sound.Length + difference)}", reply.Header("Content-Length"));
    }

    [Theory]
    [InlineData("no-done")]
    [InlineData("error-after(3)")]
    public async Task Faults_of_streams_pass_it_over_and_the_next_gets_its_turn(string text)
    {
        await using var faulty = await FaultyProvider.StartAsync(options =>
            options.Faults.Add(Fault.Parse(text)).Add(Fault.Status(418))
        );

        Assert.Equal(418, (await faulty.ReplyAsync(inMemory: true, streamed: false)).Status);
        Assert.Equal(200, (await faulty.ReplyAsync(inMemory: true, streamed: true)).Status);
    }

    private static async Task<(RawReply Sound, RawReply Faulty)> RepliesAsync(
        Fault fault,
        bool inMemory = false
    )
    {
        await using var faulty = await FaultyProvider.StartAsync(fault);
        var reply = await faulty.ReplyAsync(inMemory, streamed: false);
        return (await FaultyProvider.SoundAsync(streamed: false), reply);
    }
}
