using System.Text;
using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class ChatSocketTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;
    private const string Hi = """{"message":"Hi","session_id":"s1"}""";

    private static readonly string[] _texts = ["Hello", " ", "\n", "wörld 😀 \"so\"", "Hello"];

    [Fact(Timeout = HangGuard)]
    public async Task Every_chunk_of_the_provider_becomes_one_message_before_the_next_one_comes()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = await SocketClient.OpenAsync(gateway);
        await client.SendAsync(Hi);

        var received = new List<string>();
        foreach (var text in _texts)
        {
            feed.Send(Chunk.Text(text));
            var told = (await client.NextAsync())!.Value;
            Assert.Equal("delta", told.Text("type"));
            received.Add(told.Text("text"));
        }
        feed.Answer();

        Assert.Equal(_texts, received);
        Assert.Equal(
            """{"type":"done","session_id":"s1","usage":{"input_tokens":12,"output_tokens":5,"total_tokens":17},"model":"scripted-1","finish_reason":"stop"}""",
            (await client.NextAsync())!.Value.GetRawText()
        );
    }

    [Fact(Timeout = HangGuard)]
    public async Task Turns_follow_each_other_in_one_session_unless_another_is_named()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = await SocketClient.OpenAsync(gateway);
        var sessions = new List<string>();
        foreach (var session in new[] { "", ",\"session_id\":null", ",\"session_id\":\"s2\"", "" })
        {
            new ChunkFeed(upstream).Answer("a", "b");
            await client.SendAsync($$"""{"type":"message","message":"Hi"{{session}}}""");
            var turn = await client.TurnAsync();
            Assert.Equal(["delta", "delta", "done"], turn.Select(told => told.Text("type")));
            sessions.Add(turn[^1].Text("session_id"));
        }

        Assert.Matches("^[0-9a-f]{32}$", sessions[0]);
        Assert.Equal([sessions[0], sessions[0], "s2", "s2"], sessions);
        await gateway.MetricAsync(metrics =>
            metrics.Value("gateway_websocket_open") == 1
            && metrics.Value("gateway_websocket_turns_total", ("outcome", "ok")) == 4
        );
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_message_may_come_in_any_number_of_fragments()
    {
        await using var upstream = await Upstream.StartAsync();
        new ChunkFeed(upstream).Answer("a");
        var sent = new SentRequest(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = await SocketClient.OpenAsync(gateway);

        // One byte each: characters are torn apart too.
        foreach (var b in Encoding.UTF8.GetBytes("""{"message":"wörld 😀"}"""))
        {
            await client.SendAsync([b], end: false);
        }
        await client.SendAsync([]);

        Assert.Equal("done", (await client.TurnAsync())[^1].Text("type"));
        Assert.Equal(
            "wörld 😀",
            sent.Body.GetProperty("messages").EnumerateArray().Last().Text("content")
        );
    }

    [Theory(Timeout = HangGuard)]
    [InlineData("{", "It is no JSON (line 1, byte 2)")]
    [InlineData("", "It is no JSON (line 1, byte 1)")]
    [InlineData("[1]", "body is [1]: a JSON object is expected.")]
    [InlineData("""{"\ud800\ud800":1}""", "It has a name that is no valid Unicode: a JSON object")]
    [InlineData("{}", "message is missing")]
    [InlineData("""{"message":""}""", "message is ''")]
    [InlineData("""{"message":"a","session_id":"a b"}""", "session_id is 'a b' of 3")]
    [InlineData("""{"type":"shout"}""", "type is 'shout': message or cancel is expected, or none.")]
    [InlineData("""{"type":7,"message":"a"}""", "type is 7: a string")]
    public async Task What_makes_no_sense_is_refused_and_the_socket_goes_on(
        string text,
        string expected
    )
    {
        await using var upstream = await Upstream.StartAsync();
        new ChunkFeed(upstream).Answer("a");
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = await SocketClient.OpenAsync(gateway);

        await client.SendAsync(text);
        var error = (await client.NextAsync())!.Value;
        await client.SendAsync("""{"type":"cancel"}""");
        await client.SendAsync(Hi);

        Assert.Equal("error", error.Text("type"));
        Assert.Equal("invalid_message", error.Text("reason"));
        Assert.StartsWith(expected, error.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("done", (await client.TurnAsync())[^1].Text("type"));
        Assert.Equal(1, upstream.ChatCount);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_message_during_a_turn_is_refused_and_the_turn_goes_on()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = await SocketClient.OpenAsync(gateway);
        await client.SendAsync(Hi);
        feed.Send(Chunk.Text("a"));
        await client.NextAsync();

        await client.SendAsync("""{"message":"Me too"}""");
        var error = (await client.NextAsync())!.Value;
        feed.Answer("b");

        Assert.Equal("turn_in_progress", error.Text("reason"));
        var turn = await client.TurnAsync();
        Assert.Equal(["delta", "done"], turn.Select(told => told.Text("type")));
        Assert.Equal(1, upstream.ChatCount);
    }

    [Theory(Timeout = HangGuard)]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_turn_can_be_cancelled_all_the_way_down_and_the_socket_goes_on(int chunks)
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = await SocketClient.OpenAsync(gateway);
        await BeginAsync(client, upstream, feed, chunks);

        await client.SendAsync("""{"type":"cancel"}""");

        Assert.Equal("cancelled", Assert.Single(await client.TurnAsync()).Text("reason"));
        await feed.Left;
        new ChunkFeed(upstream).Answer("b");
        await client.SendAsync(Hi);
        Assert.Equal("done", (await client.TurnAsync())[^1].Text("type"));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_turn_that_fails_ends_with_an_error_and_the_socket_goes_on()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = await SocketClient.OpenAsync(gateway);
        await BeginAsync(client, upstream, feed, 1);
        feed.Cut();
        var cut = Assert.Single(await client.TurnAsync());
        upstream.Chat = context =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        };
        await client.SendAsync(Hi);
        var rejected = Assert.Single(await client.TurnAsync());
        new ChunkFeed(upstream).Answer("b");
        await client.SendAsync(Hi);

        Assert.Equal("provider_stream_cut", cut.Text("reason"));
        Assert.Equal("provider_rejected_credentials", rejected.Text("reason"));
        Assert.Equal(
            "The provider rejected the gateway's credentials with status 401.",
            rejected.Text("detail")
        );
        Assert.Equal("done", (await client.TurnAsync())[^1].Text("type"));
    }

    [Theory(Timeout = HangGuard)]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task A_client_that_leaves_cancels_its_turn(int chunks, bool politely)
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = await SocketClient.OpenAsync(gateway);
        await BeginAsync(client, upstream, feed, chunks);

        if (politely)
        {
            await client.CloseAsync();
        }
        else
        {
            client.Socket.Abort();
        }

        await feed.Left;
        await gateway.MetricAsync(metrics =>
            metrics.Value("gateway_websocket_open") == 0
            && metrics.Named("gateway_websocket_turns_total", ("outcome", "cancelled")).Any()
        );
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_turn_counts_as_a_request_of_its_caller()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("RateLimit:Enabled", "true"),
            ("RateLimit:PerIdentity", "2")
        )
        {
            Clock = new ManualTimeProvider(),
        };
        using var client = await SocketClient.OpenAsync(gateway);
        new ChunkFeed(upstream).Answer("a");

        await client.SendAsync(Hi);
        var first = await client.TurnAsync();
        await client.SendAsync(Hi);
        var second = Assert.Single(await client.TurnAsync());

        Assert.Equal("done", first[^1].Text("type"));
        Assert.Equal("rate_limited", second.Text("reason"));
        Assert.StartsWith(
            "The limit of 2 requests in 60 s",
            second.Text("detail"),
            StringComparison.Ordinal
        );
        Assert.Equal(1, upstream.ChatCount);
    }

    // A turn from which so many chunks have come.
    private static async Task BeginAsync(
        SocketClient client,
        Upstream upstream,
        ChunkFeed feed,
        int chunks
    )
    {
        await client.SendAsync(Hi);
        feed.Send(Enumerable.Repeat(Chunk.Text("a"), chunks));
        await Eventually.TrueAsync(() => upstream.ChatCount == 1);
        for (var i = 0; i < chunks; i++)
        {
            await client.NextAsync();
        }
    }
}
