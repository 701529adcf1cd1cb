using GatewayBench.Support;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

public sealed class StreamFailureTests
{
    // What these wait for comes at once or never: only a broken stream meets this limit.
    private const int HangGuard = 60_000;

    [Theory]
    [InlineData("[DONE]", "provider_stream_cut")]
    [InlineData(
        """{"error":{"message":"overloaded","type":"server_error"}}""",
        "provider_stream_error"
    )]
    [InlineData("{}", "provider_invalid_answer")]
    [InlineData("""{"choices":[{"ind""", "provider_invalid_answer")]
    [InlineData("nonsense", "provider_invalid_answer")]
    public async Task What_is_no_next_chunk_ends_the_stream_by_its_class(
        string chunk,
        string reason
    )
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Send(Chunk.Role, Chunk.Text("a"), chunk);
        feed.End();

        Assert.Equal((reason, "a"), await FailAsync(upstream));
    }

    [Fact]
    public async Task A_stream_that_ends_without_a_finish_reason_is_cut()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Send(Chunk.Role, Chunk.Text("a"));
        feed.End();

        Assert.Equal(("provider_stream_cut", "a"), await FailAsync(upstream));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_connection_that_is_cut_after_a_chunk_is_a_cut_stream()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Send(Chunk.Role);
        await using var model = new Model(upstream.Endpoint);
        await using var updates = model.Open();
        Assert.True(await updates.MoveNextAsync());

        // What has not been read when a connection is reset is lost.
        feed.Cut();

        var e = await Assert.ThrowsAsync<ProviderException>(async () =>
            await updates.MoveNextAsync()
        );
        Assert.Equal(ProviderFailure.StreamCut, e.Failure);
    }

    [Fact]
    public async Task A_connection_that_is_cut_before_the_first_chunk_is_no_cut_stream()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Cut();

        Assert.Equal(("provider_connection_cut", ""), await FailAsync(upstream));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("""{"id":"1","object":"chat.completion","choices":[]}""")]
    public async Task An_answer_that_is_no_stream_is_invalid(string body)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context => context.Response.WriteAsync(body);

        Assert.Equal(("provider_invalid_answer", ""), await FailAsync(upstream));
    }

    [Fact]
    public async Task An_error_status_says_what_it_does_for_whole_answers()
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers["retry-after"] = "3000";
            return Task.CompletedTask;
        };
        await using var model = new Model(upstream.Endpoint);

        var e = await Assert.ThrowsAsync<ProviderException>(() => model.StreamAsync());

        Assert.Equal(ProviderFailure.RateLimited, e.Failure);
        Assert.Equal(TimeSpan.FromSeconds(3000), e.RetryAfter);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_silence_after_a_chunk_is_a_stall_when_the_idle_time_is_over()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var clock = new ManualTimeProvider();
        await using var model = new Model(
            upstream.Endpoint,
            clock,
            null,
            ("OpenAI:TimeoutSeconds", "60"),
            ("OpenAI:StreamIdleSeconds", "7")
        );
        await using var updates = model.Open();

        for (var i = 0; i < 20; i++)
        {
            // In all far longer than any of the times: a stream that goes on is never too long.
            var next = updates.MoveNextAsync().AsTask();
            clock.Advance(TimeSpan.FromSeconds(6.9));
            feed.Send(Chunk.Text("a"));
            Assert.True(await next);
        }
        var last = updates.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(7));

        var e = await Assert.ThrowsAsync<ProviderException>(() => last);
        Assert.Equal(ProviderFailure.StreamStalled, e.Failure);
        await feed.Left;
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_stream_that_never_starts_is_a_time_out()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var clock = new ManualTimeProvider();
        await using var model = new Model(
            upstream.Endpoint,
            clock,
            null,
            ("OpenAI:TimeoutSeconds", "9"),
            ("Resilience:MaxRetries", "0")
        );

        var reading = model.StreamAsync();
        await feed.Arrived;
        clock.Advance(TimeSpan.FromSeconds(9));

        var e = await Assert.ThrowsAsync<ProviderException>(() => reading);
        Assert.Equal(ProviderFailure.TimedOut, e.Failure);
        await feed.Left;
    }

    /// <summary>How a stream fails, and the text that came before.</summary>
    private static async Task<(string Reason, string Text)> FailAsync(Upstream upstream)
    {
        await using var model = new Model(upstream.Endpoint, ("Resilience:MaxRetries", "0"));
        var text = "";
        var e = await Assert.ThrowsAsync<ProviderException>(async () =>
        {
            await foreach (var update in model.Stream())
            {
                text += update.Text;
            }
        });
        return (e.Reason, text);
    }
}
