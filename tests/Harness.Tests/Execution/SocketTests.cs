namespace GatewayBench.Tests.Execution;

/// <summary>Turns on WebSockets, against a real Kestrel.</summary>
public sealed class SocketTests
{
    [Theory]
    [InlineData(Transport.Loopback, false)]
    [InlineData(Transport.Loopback, true)]
    [InlineData(Transport.InMemory, false)]
    public async Task Each_user_keeps_one_socket_open_and_closes_it_in_the_drain(
        Transport transport,
        bool https
    )
    {
        await using var server = new SocketServer(
            SocketServer.ChatAsync,
            transport,
            new() { Https = https }
        );
        var chat = SocketServer
            .Chat.Check(
                "is all messages",
                reply =>
                    reply.Text
                    == """
                        {"type":"delta","text":"hello"}
                        {"type":"delta","text":"there"}
                        {"type":"delta","text":"you"}
                        {"type":"done"}
                        """.ReplaceLineEndings("\n")
            )
            .Check("is an upgrade", reply => (int)reply.Status == 101)
            .Count("messages", reply => 1 + reply.Body.Count((byte)'\n'));

        var row = await Runs.RowAsync(server.Gateway, chat, users: 3);

        RowCheck.AddsUp(row);
        Assert.Empty(row.Errors);
        Assert.True(row.Successes >= 3);
        Assert.Equal(
            (row.Successes, 4 * row.Successes),
            (row.Metrics[0].Count, row.Metrics[0].Sum)
        );
        Assert.Equal(row.Successes, row.FirstByte.TotalCount);
        var connect = Assert.Single(row.Parts);
        Assert.Equal(("connect", 3L), (connect.Name, connect.Successes));
        // The user of the check before has closed its own too.
        Assert.Equal((4, 4, 0), (server.Opened, server.Goodbyes, server.Open));
    }

    [Fact]
    public async Task A_gateway_elsewhere_is_reached_by_its_url()
    {
        await using var server = new SocketServer(SocketServer.ChatAsync, Transport.Loopback);
        await server.Gateway.StartAsync(TestContext.Current.CancellationToken);
        var remote = new RemoteTarget(server.Gateway.BaseAddress.OriginalString);

        var row = await Runs.RowAsync(remote, SocketServer.Chat);

        Assert.Empty(row.Errors);
        Assert.Equal((2, 2, 0), (server.Opened, server.Goodbyes, server.Open));
    }

    [Fact]
    public async Task Arrivals_close_their_sockets_in_the_drain_too()
    {
        await using var server = new SocketServer(SocketServer.ChatAsync);

        var result = await LoadRunner.RunAsync(
            server.Gateway,
            SocketServer.Chat,
            Load.Constant(100, "200ms"),
            Runs.Options,
            TestContext.Current.CancellationToken
        );

        var row = Assert.Single(result.Rows);
        RowCheck.AddsUp(row);
        Assert.Equal(20, row.Successes);
        Assert.Equal(server.Opened, server.Goodbyes);
        Assert.Equal(server.Opened, 1 + row.Parts[0].Successes);
    }

    [Fact]
    public async Task The_upgrade_carries_what_the_user_always_sends()
    {
        string? token = null,
            tenant = null,
            protocol = null;
        await using var server = new SocketServer(SocketServer.ChatAsync)
        {
            Accepts = context =>
            {
                token = context.Request.Headers.Authorization;
                tenant = context.Request.Headers["X-Tenant"];
                protocol = string.Join(',', context.WebSockets.WebSocketRequestedProtocols);
                return true;
            },
        };
        var chat = Scenario.WebSocket(
            "chat",
            SocketServer.Path,
            _ => "hi",
            message => message.Json("type") == "done",
            subprotocol: "chat.v1"
        );
        var login = Scenario
            .Http("login", user => user.Get("/health/live"))
            .Then(
                (user, _) =>
                {
                    user.Token = "t1";
                    user.Headers["X-Tenant"] = "a";
                }
            );

        var row = await Runs.RowAsync(server.Gateway, chat.First(login));

        Assert.Empty(row.Errors);
        Assert.Equal(("Bearer t1", "a", "chat.v1"), (token, tenant, protocol));
        Assert.Equal(["login", "connect"], row.Parts.Select(part => part.Name));
        Assert.Equal([1L, 1L], row.Parts.Select(part => part.Successes));
    }

    [Fact]
    public async Task As_a_step_its_socket_stays_open_from_iteration_to_iteration()
    {
        await using var server = new SocketServer(SocketServer.ChatAsync);
        var scenario = Scenario.Sequence(
            "both",
            Scenario.Http("live", user => user.Get("/health/live")),
            SocketServer.Chat
        );

        var row = await Runs.RowAsync(server.Gateway, scenario);

        Assert.Empty(row.Errors);
        Assert.Equal(row.Successes, row.Parts[1].Successes);
        Assert.Equal(1, Assert.Single(row.Parts[1].Parts).Successes);
        Assert.Equal(2, server.Opened);
    }

    [Fact]
    public async Task Where_there_are_no_sockets_the_row_is_refused_by_name()
    {
        await using var pipeline = new SocketServer(SocketServer.ChatAsync, Transport.TestServer);
        await using var http2 = new SocketServer(
            SocketServer.ChatAsync,
            Transport.InMemory,
            new() { Http2 = true }
        );

        var first = await Assert.ThrowsAsync<TargetStartException>(() =>
            Runs.RowAsync(pipeline.Gateway, SocketServer.Chat)
        );
        var second = await Assert.ThrowsAsync<TargetStartException>(() =>
            Runs.RowAsync(http2.Gateway, SocketServer.Chat)
        );

        Assert.StartsWith(
            "Transport.TestServer does not take WebSockets;",
            first.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "WebSockets are not made over HTTP/2 here;",
            second.Message,
            StringComparison.Ordinal
        );
    }
}
