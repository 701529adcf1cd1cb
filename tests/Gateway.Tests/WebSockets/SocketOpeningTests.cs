using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gateway.Tests;

public sealed class SocketOpeningTests
{
    private const string Nowhere = "http://127.0.0.1:1/v1";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ordinary_request_is_told_what_is_expected()
    {
        await using var gateway = new TestGateway(Nowhere);
        using var client = gateway.Connect();

        using var response = await client.GetAsync("/ws/chat", Cancelled);

        await response.ProblemAsync(426);
        Assert.Equal("websocket", Assert.Single(response.Headers.Upgrade).Name);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    public async Task A_page_of_another_site_gets_no_socket(string origin)
    {
        await using var gateway = new TestGateway(
            Nowhere,
            ("WebSockets:AllowedOrigins:0", "https://chat.example.com")
        );
        using var client = gateway.Connect();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ws/chat");
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.ParseAdd("websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        request.Headers.Add("Origin", origin);

        using var response = await client.SendAsync(request, Cancelled);

        Assert.Equal(
            $"Origin is '{origin}': allowed is this host's own origin, https://chat.example.com.",
            (await response.ProblemAsync(403)).Text("detail")
        );
    }

    [Theory]
    [InlineData("https://chat.example.com", "https://chat.example.com")]
    [InlineData("https://anywhere.example", "*")]
    [InlineData("own", "https://chat.example.com")]
    public async Task A_page_that_is_allowed_gets_one(string origin, string allowed)
    {
        await using var gateway = new TestGateway(
            Nowhere,
            ("WebSockets:AllowedOrigins:0", allowed)
        );
        var own = SocketClient.AddressOf(gateway).GetLeftPart(UriPartial.Authority);

        using var client = await SocketClient.OpenAsync(
            gateway,
            origin is "own" ? own.Replace("ws:", "https:", StringComparison.Ordinal) : origin
        );

        Assert.Equal(WebSocketState.Open, client.Socket.State);
    }

    [Fact]
    public async Task HTTP_2_opens_sockets_too()
    {
        await using var upstream = await Upstream.StartAsync();
        new ChunkFeed(upstream).Answer("a");
        await using var gateway = new TestGateway(upstream.Endpoint)
        {
            Protocols = HttpProtocols.Http2,
        };
        using var socket = new ClientWebSocket();
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        await socket.ConnectAsync(SocketClient.AddressOf(gateway), http, Cancelled);
        using var client = new SocketClient(socket);

        await client.SendAsync("""{"message":"Hi"}""");

        var turn = await client.TurnAsync();
        Assert.Equal(["delta", "done"], turn.Select(told => told.Text("type")));
    }
}
