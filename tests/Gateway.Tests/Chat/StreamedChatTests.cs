using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Tests;

public sealed class StreamedChatTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;
    private const string Hi = """{"message":"Hi","session_id":"s1","stream":true}""";

    private static readonly string[] _texts =
    [
        "Hello",
        " ",
        "\n\n",
        "wörld, \"quoted\" \\ ",
        "\u2028data: x\r\n",
        "日本 😀",
        "Hello",
    ];

    [Fact(Timeout = HangGuard)]
    public async Task Every_chunk_of_the_provider_becomes_one_event_before_the_next_one_comes()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        feed.Send(Chunk.Role, Chunk.Text(_texts[0]));
        using var events = await ChatAsync(client);
        var received = new List<string>();
        foreach (var next in _texts.Skip(1).Select(Chunk.Text).Append(Chunk.Finish()))
        {
            var told = await events.NextAsync();
            Assert.Equal("delta", told!.Name);
            received.Add(told.Json.Text("text"));
            feed.Send(next);
        }
        feed.Send(Chunk.Usage, Chunk.Done);
        feed.End();

        Assert.Equal(_texts, received);
        var done = Assert.Single(await events.RestAsync());
        Assert.Equal("done", done.Name);
        Assert.Equal(
            """{"session_id":"s1","usage":{"input_tokens":12,"output_tokens":5,"total_tokens":17},"model":"scripted-1","finish_reason":"stop"}""",
            done.Data
        );
    }

    [Fact]
    public async Task Nobody_on_the_way_is_to_keep_or_hold_back_a_stream()
    {
        await using var upstream = await Upstream.StartAsync();
        new ChunkFeed(upstream).Answer("Hello");
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var events = await ChatAsync(client);

        Assert.Equal("no-store", events.Response.Headers.CacheControl?.ToString());
        Assert.Equal("no", Assert.Single(events.Response.Headers.GetValues("X-Accel-Buffering")));
        await events.RestAsync();
        var metrics = await client.MetricsAsync();
        Assert.Equal(1, metrics.Value("gateway_chat_requests_total", ("outcome", "ok")));
    }

    [Theory]
    [InlineData(429, 429, "rate_limited")]
    [InlineData(500, 502, "provider_error")]
    public async Task What_fails_before_the_first_chunk_is_a_problem(
        int status,
        int expected,
        string reason
    )
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Resilience:MaxRetries", "0")
        );
        using var client = gateway.Connect();

        using var response = await client.ChatAsync(Hi);

        Assert.Equal(reason, (await response.ProblemAsync(expected)).Text("reason"));
    }

    [Theory(Timeout = HangGuard)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task What_fails_later_is_an_event_that_ends_the_stream(int chunks)
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        feed.Send(Enumerable.Range(0, chunks).Select(i => Chunk.Text($"{i} ")));
        using var events = await ChatAsync(client);
        for (var i = 0; i < chunks; i++)
        {
            Assert.Equal($"{i} ", (await events.NextAsync())!.Json.Text("text"));
        }
        feed.Cut();
        var error = Assert.Single(await events.RestAsync());

        Assert.Equal("error", error.Name);
        Assert.Equal("provider_stream_cut", error.Json.Text("reason"));
        Assert.NotEmpty(error.Json.Text("detail"));
        var metrics = await client.MetricsAsync();
        Assert.Equal(
            1,
            metrics.Value("gateway_chat_requests_total", ("outcome", "provider_stream_cut"))
        );
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_quiet_stream_is_kept_alive_by_comments_that_are_no_events()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Streaming:KeepAliveSeconds", "10"),
            ("OpenAI:StreamIdleSeconds", "600")
        )
        {
            Clock = clock,
        };
        using var client = gateway.Connect();
        feed.Send(Chunk.Text("Hello"));
        using var events = await ChatAsync(client);
        await events.NextAsync();

        clock.Advance(TimeSpan.FromSeconds(9));
        feed.Send(Chunk.Text(" again"));
        Assert.Equal(" again", (await events.NextAsync())!.Json.Text("text"));
        clock.Advance(TimeSpan.FromSeconds(9));
        clock.Advance(TimeSpan.FromSeconds(1));

        // The first 10 s were not quiet, and the next 10 s were only just over.
        Assert.Equal(new SentEvent(":", "keep-alive"), await events.NextAsync());
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new SentEvent(":", "keep-alive"), await events.NextAsync());
        feed.Answer();
        Assert.Equal("done", Assert.Single(await events.RestAsync()).Name);
    }

    [Theory(Timeout = HangGuard)]
    [InlineData("/api/chat", Hi)]
    [InlineData("/v1/chat/completions", CompletionStreamTests.Request)]
    public async Task A_stream_that_outlives_the_drain_time_is_told_so(string path, string body)
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Lifetime:DrainSeconds", "20"),
            ("Streaming:KeepAliveSeconds", "600"),
            ("OpenAI:StreamIdleSeconds", "600")
        )
        {
            Clock = clock,
        };
        using var client = gateway.Connect();
        feed.Send(Chunk.Text("a"));
        using var events = await EventReader.PostAsync(
            client,
            path,
            body,
            TestContext.Current.CancellationToken
        );

        gateway.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var rest = events.RestAsync();
        await clock.AdvanceUntilAsync(rest);

        var last = (await rest)[^1].Data;
        Assert.Contains("The gateway is shutting down.", last, StringComparison.Ordinal);
        Assert.Contains("\"shutdown\"", last, StringComparison.Ordinal);
        await feed.Left;
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"yes\"")]
    [InlineData("{}")]
    public async Task Streaming_is_either_wanted_or_not(string value)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var response = await client.ChatAsync($$"""{"message":"Hi","stream":{{value}}}""");

        Assert.Equal(
            $"stream is {value}: true or false is expected.",
            (await response.ProblemAsync(400)).Text("detail")
        );
        Assert.Equal(0, upstream.ChatCount);
    }

    private static Task<EventReader> ChatAsync(HttpClient client) =>
        EventReader.PostAsync(client, "/api/chat", Hi, TestContext.Current.CancellationToken);
}
