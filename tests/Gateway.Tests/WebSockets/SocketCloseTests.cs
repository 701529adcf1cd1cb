using System.Net.WebSockets;
using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Tests;

public sealed class SocketCloseTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;
    private const string Hi = """{"message":"Hi"}""";
    private const string Nowhere = "http://127.0.0.1:1/v1";

    [Fact(Timeout = HangGuard)]
    public async Task A_close_of_the_client_is_answered()
    {
        await using var gateway = new TestGateway(Nowhere);
        using var client = await SocketClient.OpenAsync(gateway);

        await client.CloseAsync();

        Assert.Equal(WebSocketState.Closed, client.Socket.State);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.Socket.CloseStatus);
        await gateway.MetricAsync(metrics => metrics.Value("gateway_websocket_open") == 0);
    }

    [Theory(Timeout = HangGuard)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_is_too_long_closes_the_socket(bool fragmented)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("WebSockets:MaxMessageBytes", "2000")
        );
        using var client = await SocketClient.OpenAsync(gateway);

        var part = new byte[fragmented ? 700 : 100_000];
        for (var i = 0; i < 10; i++)
        {
            await client.SendAsync(part, end: i == 9);
        }

        Assert.Equal((1009, "A message has at most 2000 bytes."), await client.ClosedAsync());
        Assert.Equal(0, upstream.ChatCount);
    }

    [Theory(Timeout = HangGuard)]
    [InlineData(0)]
    [InlineData(100_000)]
    public async Task A_binary_message_closes_the_socket(int bytes)
    {
        await using var gateway = new TestGateway(Nowhere);
        using var client = await SocketClient.OpenAsync(gateway);

        await client.SendAsync(new byte[bytes], WebSocketMessageType.Binary);

        Assert.Equal((1003, "Messages must be text."), await client.ClosedAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task Text_that_is_no_UTF8_ends_the_socket()
    {
        await using var gateway = new TestGateway(Nowhere);
        using var client = await SocketClient.OpenAsync(gateway);

        await client.SendAsync([0xC3, 0x28]);

        await gateway.MetricAsync(metrics => metrics.Value("gateway_websocket_open") == 0);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_socket_without_turns_is_closed_and_one_with_a_turn_is_not()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("WebSockets:IdleSeconds", "60"),
            ("OpenAI:StreamIdleSeconds", "600"),
            ("OpenAI:TimeoutSeconds", "600")
        )
        {
            Clock = clock,
        };
        using var client = await SocketClient.OpenAsync(gateway);
        await client.SendAsync(Hi);
        feed.Send(Chunk.Text("a"));
        await client.NextAsync();

        clock.Advance(TimeSpan.FromSeconds(150));
        feed.Answer();
        Assert.Equal("done", (await client.NextAsync())!.Value.Text("type"));
        clock.Advance(TimeSpan.FromSeconds(59));
        await client.SendAsync("?");
        Assert.Equal("invalid_message", (await client.NextAsync())!.Value.Text("reason"));
        // What is refused doesn't count.
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((4408, "There was no turn for 60 s."), await client.ClosedAsync());
        await gateway.MetricAsync(metrics => metrics.Value("gateway_websocket_open") == 0);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_client_that_does_not_answer_a_close_is_not_waited_for_long()
    {
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            Nowhere,
            ("WebSockets:IdleSeconds", "60"),
            ("WebSockets:CloseSeconds", "5")
        )
        {
            Clock = clock,
        };
        using var client = await SocketClient.OpenAsync(gateway);
        await client.SendAsync("?");
        await client.NextAsync();

        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await client.NextAsync());
        clock.Advance(TimeSpan.FromSeconds(5));

        await gateway.MetricAsync(metrics => metrics.Value("gateway_websocket_open") == 0);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_gateway_that_ends_closes_idle_sockets_and_lets_turns_end()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var idle = await SocketClient.OpenAsync(gateway);
        using var busy = await SocketClient.OpenAsync(gateway);
        await busy.SendAsync(Hi);
        feed.Send(Chunk.Text("a"));
        await busy.NextAsync();

        gateway.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal((1001, "The gateway is going down."), await idle.ClosedAsync());
        feed.Answer("b");
        var turn = await busy.TurnAsync();
        Assert.Equal(["delta", "done"], turn.Select(told => told.Text("type")));
        Assert.Equal((1001, "The gateway is going down."), await busy.ClosedAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_gateway_that_gives_notice_goes_on_with_its_sockets_until_that_is_over()
    {
        using var agent = new ScriptedAgent();
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(Nowhere, ("Lifetime:NoticeSeconds", "10"))
        {
            Agent = agent,
            Clock = clock,
        };
        using var client = await SocketClient.OpenAsync(gateway);

        gateway.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var notice = gateway
            .Services.GetRequiredService<Draining>()
            .StoppingAsync(TestContext.Current.CancellationToken);
        await client.SendAsync(Hi);
        var turn = await client.TurnAsync();
        await client.SendAsync(Hi);
        var another = await client.TurnAsync();
        clock.Advance(TimeSpan.FromSeconds(10));
        await notice;

        Assert.Equal("done", turn[^1].Text("type"));
        Assert.Equal("done", another[^1].Text("type"));
        Assert.Equal((1001, "The gateway is going down."), await client.ClosedAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_turn_that_outlives_the_drain_time_is_told_so()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Lifetime:DrainSeconds", "20"),
            ("OpenAI:StreamIdleSeconds", "600")
        )
        {
            Clock = clock,
        };
        using var client = await SocketClient.OpenAsync(gateway);
        await client.SendAsync(Hi);
        feed.Send(Chunk.Text("a"));
        await client.NextAsync();

        gateway.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var turn = client.TurnAsync();
        await clock.AdvanceUntilAsync(turn);

        Assert.Equal("shutdown", Assert.Single(await turn).Text("reason"));
        Assert.Equal((1001, "The gateway is going down."), await client.ClosedAsync());
    }
}
