using GatewayBench.Support;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

public sealed class StreamRetryTests
{
    // What these wait for comes at once or never: only a broken stream meets this limit.
    private const int HangGuard = 60_000;

    private static readonly (string, string) Impatient = ("Resilience:BaseDelayMilliseconds", "1");

    [Theory]
    [InlineData("""{"error":{"message":"overloaded"}}""")]
    [InlineData(null)]
    public async Task Before_the_first_chunk_a_stream_is_tried_again(string? error)
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var stream = upstream.Chat;
        upstream.Chat = context =>
        {
            if (upstream.ChatCount > 1)
            {
                return stream(context);
            }
            context.Response.StatusCode = error is null ? 503 : 200;
            return context.Response.WriteAsync($"data: {error}\n\n");
        };
        feed.Send(Chunk.Text("a"), Chunk.Text("b"), Chunk.Finish(), Chunk.Done);
        feed.End();
        await using var model = new Model(upstream.Endpoint, Impatient);

        Assert.Equal("ab", (await model.StreamAsync()).Text);
        Assert.Equal(2, upstream.ChatCount);
    }

    [Fact(Timeout = HangGuard)]
    public async Task After_the_first_chunk_nothing_is_tried_again()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Send(Chunk.Role);
        await using var model = new Model(upstream.Endpoint, Impatient);
        await using var updates = model.Open();
        Assert.True(await updates.MoveNextAsync());

        feed.Cut();

        var failure = await Assert.ThrowsAsync<ProviderException>(async () =>
            await updates.MoveNextAsync()
        );
        Assert.Equal(ProviderFailure.StreamCut, failure.Failure);
        Assert.Equal(1, upstream.ChatCount);
    }

    [Fact(Timeout = HangGuard)]
    public async Task The_total_time_does_not_end_a_stream_that_has_begun()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var clock = new ManualTimeProvider();
        await using var model = new Model(
            upstream.Endpoint,
            clock,
            null,
            ("Resilience:TotalTimeoutSeconds", "5")
        );
        feed.Send(Chunk.Role);
        await using var updates = model.Open();
        Assert.True(await updates.MoveNextAsync());

        for (var i = 0; i < 5; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(4));
            feed.Send(Chunk.Text("a"));
            Assert.True(await updates.MoveNextAsync());
        }
    }

    [Fact(Timeout = HangGuard)]
    public async Task The_total_time_ends_a_stream_that_never_begins()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var clock = new ManualTimeProvider();
        await using var model = new Model(
            upstream.Endpoint,
            clock,
            null,
            ("Resilience:TotalTimeoutSeconds", "5")
        );

        var reading = model.StreamAsync();
        await feed.Arrived;
        clock.Advance(TimeSpan.FromSeconds(5));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => reading);
        Assert.Equal(ProviderFailure.TimedOut, failure.Failure);
        await feed.Left;
        Assert.Equal(1, upstream.ChatCount);
    }
}
