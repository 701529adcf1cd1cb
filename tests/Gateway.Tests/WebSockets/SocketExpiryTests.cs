using GatewayBench.Support;

namespace Gateway.Tests;

/// <summary>What becomes of a socket when the token that opened it ends.</summary>
public sealed class SocketExpiryTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private readonly ManualTimeProvider _clock = new();

    [Fact(Timeout = HangGuard)]
    public async Task An_idle_socket_is_closed_with_its_token()
    {
        await using var gateway = Start("http://127.0.0.1:1/v1");
        using var client = await OpenAsync(gateway);

        _clock.Advance(TimeSpan.FromSeconds(59));
        await client.SendAsync("?");
        Assert.Equal("invalid_message", (await client.NextAsync())!.Value.Text("reason"));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(
            (4401, "The token that opened the socket has expired."),
            await client.ClosedAsync()
        );
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_turn_that_runs_is_finished_first()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = Start(upstream.Endpoint);
        using var client = await OpenAsync(gateway);
        await client.SendAsync("""{"message":"Hi"}""");
        feed.Send(Chunk.Text("a"));
        await client.NextAsync();

        _clock.Advance(TimeSpan.FromSeconds(60));
        feed.Answer("b");

        var turn = await client.TurnAsync();
        Assert.Equal(["delta", "done"], turn.Select(told => told.Text("type")));
        Assert.Equal(4401, (await client.ClosedAsync()).Status);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_key_has_no_end()
    {
        await using var gateway = Start("http://127.0.0.1:1/v1");
        using var client = await SocketClient.OpenAsync(gateway, bearer: Access.ChatKey);

        _clock.Advance(TimeSpan.FromSeconds(70));
        await client.SendAsync("?");

        Assert.Equal("invalid_message", (await client.NextAsync())!.Value.Text("reason"));
    }

    private TestGateway Start(string endpoint) =>
        new(endpoint, Access.On(("Auth:TokenSeconds", "60"), ("OpenAI:StreamIdleSeconds", "600")))
        {
            Clock = _clock,
        };

    private static async Task<SocketClient> OpenAsync(TestGateway gateway)
    {
        using var client = gateway.Connect();
        using var login = await client.LoginAsync();
        return await SocketClient.OpenAsync(
            gateway,
            bearer: (await login.JsonAsync()).Text("access_token")
        );
    }
}
