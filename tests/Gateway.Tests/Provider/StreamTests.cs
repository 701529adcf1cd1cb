using GatewayBench.Support;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class StreamTests
{
    // What these wait for comes at once or never: only a broken stream meets this limit.
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task Each_chunk_becomes_one_update_before_the_next_one_is_sent()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var model = new Model(upstream.Endpoint);
        string[] pieces = ["Hel", "lo", "", " wor", "ld"];

        feed.Send(Chunk.Role);
        await using var updates = model.Open();
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal(ChatRole.Assistant, updates.Current.Role);
        Assert.Equal("", updates.Current.Text);
        foreach (var piece in pieces)
        {
            feed.Send(Chunk.Text(piece));
            Assert.True(await updates.MoveNextAsync());
            Assert.Equal(piece, updates.Current.Text);
        }
        feed.Send(Chunk.Finish("length"));
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal(ChatFinishReason.Length, updates.Current.FinishReason);
        feed.Send(Chunk.Done);
        Assert.False(await updates.MoveNextAsync());
    }

    [Fact]
    public async Task Chunks_that_arrive_together_stay_apart()
    {
        var updates = await ReadAsync(
            Chunk.Role,
            Chunk.Text("a"),
            Chunk.Text("b"),
            Chunk.Finish(),
            Chunk.Usage,
            Chunk.Done
        );

        Assert.Equal(["", "a", "b", "", ""], updates.Select(u => u.Text));
        Assert.All(updates, u => Assert.Equal("chatcmpl-1", u.ResponseId));
        Assert.All(updates, u => Assert.Equal("scripted-1", u.ModelId));
        var response = updates.ToChatResponse();
        Assert.Equal("ab", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((12, 5), (response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount));
        Assert.Equal(
            (4, 2),
            (response.Usage?.CachedInputTokenCount, response.Usage?.ReasoningTokenCount)
        );
    }

    [Fact]
    public async Task Tool_calls_come_in_fragments_and_whole_at_the_end()
    {
        var updates = await ReadAsync(
            Chunk.Role,
            Chunk.Tool(0, "", "call_1", "add"),
            Chunk.Tool(0, "{\"a\""),
            Chunk.Tool(1, "", "call_2", "clock"),
            Chunk.Tool(0, ": 1}"),
            Chunk.Finish("tool_calls"),
            Chunk.Done
        );

        Assert.Equal(
            [
                new(0, "call_1", "add", ""),
                new(0, null, null, "{\"a\""),
                new(1, "call_2", "clock", ""),
                new(0, null, null, ": 1}"),
            ],
            updates.SelectMany(u => u.RawRepresentation as List<ToolCallFragment> ?? [])
        );
        Assert.All(updates[..^1], u => Assert.Empty(u.Contents.OfType<FunctionCallContent>()));
        var calls = updates[^1].Contents.OfType<FunctionCallContent>().ToList();
        Assert.Equal(["add", "clock"], calls.Select(c => c.Name));
        Assert.Equal("{\"a\": 1}", calls[0].RawRepresentation);
        Assert.Equal("1", calls[0].Arguments!["a"]!.ToString());
        Assert.Null(calls[1].Exception);
    }

    [Fact]
    public async Task A_refusal_is_collected_into_one_content()
    {
        var updates = await ReadAsync(
            Chunk.Delta("""{"refusal":"I "}"""),
            Chunk.Delta("""{"refusal":"won't."}"""),
            Chunk.Finish(),
            Chunk.Done
        );

        var refusal = Assert.Single(updates.SelectMany(u => u.Contents.OfType<ErrorContent>()));
        Assert.Equal(("I won't.", SdkAnswers.RefusalCode), (refusal.Message, refusal.ErrorCode));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_caller_that_leaves_ends_the_providers_stream()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var model = new Model(upstream.Endpoint);
        using var leave = new CancellationTokenSource();

        feed.Send(Chunk.Role);
        await using var updates = model
            .Client.GetStreamingResponseAsync("Hi", cancellationToken: leave.Token)
            .GetAsyncEnumerator(leave.Token);
        Assert.True(await updates.MoveNextAsync());
        var next = updates.MoveNextAsync().AsTask();
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await feed.Left;
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_caller_that_stops_reading_ends_the_providers_stream()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var model = new Model(upstream.Endpoint);

        feed.Send(Chunk.Role);
        var updates = model.Open();
        Assert.True(await updates.MoveNextAsync());
        await updates.DisposeAsync();

        await feed.Left;
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_caller_that_reads_slowly_is_no_silence_of_the_provider()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var clock = new ManualTimeProvider();
        await using var model = new Model(upstream.Endpoint, clock, null);

        feed.Send(Chunk.Role);
        await using var updates = model.Open();
        Assert.True(await updates.MoveNextAsync());
        clock.Advance(TimeSpan.FromHours(1));
        feed.Send(Chunk.Text("a"), Chunk.Finish());

        Assert.True(await updates.MoveNextAsync());
        Assert.Equal("a", updates.Current.Text);
    }

    private static async Task<List<ChatResponseUpdate>> ReadAsync(params string[] chunks)
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Send(chunks);
        feed.End();
        await using var model = new Model(upstream.Endpoint);
        return await model.Stream().ToListAsync(TestContext.Current.CancellationToken);
    }
}
