using System.Net.WebSockets;

namespace GatewayBench.Tests.Execution;

/// <summary>Turns on WebSockets, against a real Kestrel.</summary>
public sealed class SocketTests
{
    private static readonly Scenario Chat = Scenario.WebSocket(
        "chat",
        SocketServer.Path,
        _ => "hello there you",
        message => message.Json("type") == "done"
    );

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
        var chat = Chat.Check(
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

        var row = await Runs.RowAsync(remote, Chat);

        Assert.Empty(row.Errors);
        Assert.Equal((2, 2, 0), (server.Opened, server.Goodbyes, server.Open));
    }

    [Fact]
    public async Task Arrivals_close_their_sockets_in_the_drain_too()
    {
        await using var server = new SocketServer(SocketServer.ChatAsync);

        var result = await LoadRunner.RunAsync(
            server.Gateway,
            Chat,
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

    [Theory]
    [InlineData(401, Outcome.Http4xx)]
    [InlineData(429, Outcome.RateLimited)]
    [InlineData(503, Outcome.Http5xx)]
    [InlineData(200, Outcome.BadBody)]
    public async Task A_refused_upgrade_has_the_class_of_its_status(int status, Outcome expected)
    {
        var upgrades = 0;
        await using var server = new SocketServer(SocketServer.ChatAsync)
        {
            Accepts = context =>
            {
                context.Response.StatusCode = status;
                return Interlocked.Increment(ref upgrades) == 1;
            },
        };

        var row = await Runs.RowAsync(server.Gateway, Chat);

        Assert.Equal([expected], row.Errors.Keys);
        Assert.Equal($"connect: HTTP {status} to the upgrade", row.Samples[expected]);
        Assert.Equal(row.Errors[expected], row.Parts[0].Errors[expected]);
    }

    [Fact]
    public async Task Nobody_there_is_a_failed_connect()
    {
        var server = new RawServer("");
        server.Dispose();

        var row = await Runs.RowAsync(server, Chat);

        Assert.Equal([Outcome.Connect], row.Errors.Keys);
    }

    [Fact]
    public async Task A_socket_that_is_closed_within_a_turn_is_a_truncated_stream_and_is_reopened()
    {
        var turns = 0;
        await using var server = new SocketServer(
            async (socket, message) =>
            {
                if (Interlocked.Increment(ref turns) % 5 != 0)
                {
                    await SocketServer.ChatAsync(socket, message);
                    return;
                }
                await SocketServer.SendAsync(socket, """{"type":"delta"}""");
                await socket.CloseOutputAsync(
                    WebSocketCloseStatus.EndpointUnavailable,
                    "going away",
                    CancellationToken.None
                );
            }
        );

        var row = await Runs.RowAsync(server.Gateway, Chat);

        RowCheck.AddsUp(row);
        Assert.Equal([Outcome.TruncatedStream], row.Errors.Keys);
        Assert.Equal(
            "closed with 1001 going away within a turn",
            row.Samples[Outcome.TruncatedStream]
        );
        Assert.Equal(turns / 5, row.Errors[Outcome.TruncatedStream]);
        Assert.Empty(row.Parts[0].Errors);
        Assert.Equal(server.Opened - 1, row.Parts[0].Successes);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_a_turn_is_a_truncated_stream_too()
    {
        var turns = 0;
        await using var server = new SocketServer(
            async (socket, message) =>
            {
                if (Interlocked.Increment(ref turns) == 1)
                {
                    await SocketServer.ChatAsync(socket, message);
                    return;
                }
                socket.Abort();
            }
        );

        Assert.Equal(
            [Outcome.TruncatedStream],
            (await Runs.RowAsync(server.Gateway, Chat)).Errors.Keys
        );
    }

    [Fact]
    public async Task An_error_message_is_a_stream_error_and_the_socket_stays_open()
    {
        await using var server = new SocketServer(
            async (socket, _) =>
                await SocketServer.SendAsync(socket, """{"type":"error","reason":"provider"}""")
        );

        var row = await Runs.RowAsync(server.Gateway, Chat.Expect(Outcome.StreamError));

        Assert.Equal([Outcome.StreamError], row.Errors.Keys);
        Assert.True(row.Errors[Outcome.StreamError] > 1);
        Assert.Contains("provider", row.Samples[Outcome.StreamError], StringComparison.Ordinal);
        Assert.Equal(1, row.Parts[0].Successes);
        Assert.Equal(2, server.Opened);
    }

    [Fact]
    public async Task A_turn_without_end_is_a_time_out()
    {
        await using var server = new SocketServer((_, _) => Task.CompletedTask);

        var row = await Runs.RowAsync(
            server.Gateway,
            Chat.Expect(Outcome.Timeout),
            options: Runs.Options with
            {
                ExchangeTimeout = TimeSpan.FromMilliseconds(50),
            }
        );

        Assert.Equal([Outcome.Timeout], row.Errors.Keys);
    }

    [Fact]
    public async Task A_check_that_fails_is_a_bad_body()
    {
        await using var server = new SocketServer(SocketServer.ChatAsync);

        var row = await Runs.RowAsync(
            server.Gateway,
            Chat.Check("is short", r => r.Body.Length < 9)
        );

        Assert.Equal([Outcome.BadBody], row.Errors.Keys);
        Assert.Contains(
            "check 'is short' failed",
            row.Samples[Outcome.BadBody],
            StringComparison.Ordinal
        );
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
            Chat
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
            Runs.RowAsync(pipeline.Gateway, Chat)
        );
        var second = await Assert.ThrowsAsync<TargetStartException>(() =>
            Runs.RowAsync(http2.Gateway, Chat)
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

    [Fact]
    public async Task Events_over_a_socket_are_a_stream_and_recorded_as_one()
    {
        await using var server = new SocketServer(
            (socket, _) => SocketServer.ChatAsync(socket, "hello there you")
        );
        var chat = GatewayScenarios
            .WebSocketChat(SocketServer.Path)
            .Check("is all text", reply => reply.Text == "hellothereyou");

        var row = await Runs.RowAsync(server.Gateway, chat, users: 2);

        RowCheck.AddsUp(row);
        Assert.Empty(row.Errors);
        var streams = row.Streams!;
        Assert.Equal((row.Successes, 3 * row.Successes), (streams.Turns, streams.Pieces));
        Assert.Equal(row.Successes, streams.TimeToFirstToken.TotalCount);
        Assert.Equal(2 * row.Successes, streams.TokenGaps.TotalCount);
        Assert.Equal(106 * row.Successes, row.Bytes);
        Assert.Null(Assert.Single(row.Parts).Streams);
    }

    [Fact]
    public async Task A_stream_within_a_sequence_is_recorded_with_its_part()
    {
        await using var server = new SocketServer(
            (socket, _) => SocketServer.ChatAsync(socket, "a b")
        );
        var scenario = Scenario.Sequence(
            "both",
            Scenario.Http("live", user => user.Get("/health/live")),
            GatewayScenarios.WebSocketChat(SocketServer.Path)
        );

        var row = await Runs.RowAsync(server.Gateway, scenario);

        Assert.Null(row.Streams);
        Assert.Null(row.Parts[0].Streams);
        Assert.Equal(
            (row.Successes, 2 * row.Successes),
            (row.Parts[1].Streams!.Turns, row.Parts[1].Streams!.Pieces)
        );
        Assert.Equal(row.Successes, row.Parts[1].Streams!.TokenGaps.TotalCount);
    }

    [Theory]
    [InlineData("""{"type":"error","reason":"provider"}""", Outcome.StreamError)]
    [InlineData("""{"type":"delta"}""", Outcome.BadBody)]
    [InlineData("""{"text":"of no type"}""", Outcome.BadBody)]
    [InlineData("no JSON", Outcome.BadBody)]
    [InlineData("""{"type":"error","m":"[[user:0000000000000001]]"}""", Outcome.CrossSession)]
    [InlineData("""{"type":"delta","text":"[[user:0000000000000001]]"}""", Outcome.CrossSession)]
    public async Task Events_that_tell_of_failures_have_their_classes(string said, Outcome expected)
    {
        await using var server = new SocketServer(
            async (socket, _) =>
            {
                await SocketServer.SendAsync(socket, said);
                await SocketServer.SendAsync(socket, """{"type":"done"}""");
            }
        );

        var row = await Runs.RowAsync(
            server.Gateway,
            GatewayScenarios.WebSocketChat(SocketServer.Path).Expect(expected)
        );

        Assert.Equal([expected], row.Errors.Keys);
        if (expected == Outcome.BadBody)
        {
            Assert.Contains(said, row.Samples[expected], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pings_do_not_keep_a_stalled_socket_alive()
    {
        await using var server = new SocketServer(
            async (socket, _) =>
            {
                await SocketServer.SendAsync(socket, """{"type":"delta","text":"a"}""");
                while (socket.State == WebSocketState.Open)
                {
                    await SocketServer.SendAsync(socket, """{"type":"ping"}""");
                    await Task.Delay(5);
                }
            }
        );

        var row = await Runs.RowAsync(
            server.Gateway,
            GatewayScenarios
                .WebSocketChat(SocketServer.Path)
                .StallAfter("100ms")
                .Expect(Outcome.StalledStream),
            options: Runs.Options with
            {
                ExchangeTimeout = TimeSpan.FromSeconds(5),
            }
        );

        Assert.Equal([Outcome.StalledStream], row.Errors.Keys);
    }

    [Fact]
    public async Task A_socket_on_which_nothing_comes_for_too_long_is_a_stalled_stream()
    {
        await using var server = new SocketServer(
            (socket, _) => SocketServer.SendAsync(socket, """{"type":"delta","text":"a"}""")
        );

        var row = await Runs.RowAsync(
            server.Gateway,
            GatewayScenarios
                .WebSocketChat(SocketServer.Path)
                .StallAfter("50ms")
                .Expect(Outcome.StalledStream)
        );

        Assert.Equal([Outcome.StalledStream], row.Errors.Keys);
    }
}
