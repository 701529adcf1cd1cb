using System.Text.Json;
using GatewayBench.Tests.Targets;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Execution;

/// <summary>Whose reply it is.</summary>
public sealed class MarkerTests
{
    private const string Foreign = "not now [[user:0123456789abcdef]]";

    [Fact]
    public async Task A_reply_to_somebody_else_is_cross_session()
    {
        var last = "";
        await using var target = new ServerTarget(async context =>
        {
            var own = await MessageAsync(context);
            var other = Interlocked.Exchange(ref last, own);
            await context.Response.WriteAsJsonAsync(
                new { reply = other.Length == 0 ? own : other },
                TestContext.Current.CancellationToken
            );
        });

        var row = await Runs.RowAsync(target, GatewayScenarios.Chat(), users: 4);

        Assert.Equal([Outcome.CrossSession], row.Errors.Keys);
        Assert.True(row.Samples.ContainsKey(Outcome.CrossSession));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_refusal_to_somebody_else_is_cross_session_too(int status)
    {
        await using var target = new ServerTarget(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(Foreign);
        });

        var row = await Runs.RowAsync(target, GatewayScenarios.Chat());

        Assert.Equal([Outcome.CrossSession], row.Errors.Keys);
    }

    [Fact]
    public async Task A_body_that_is_cut_is_cross_session_if_it_was_somebody_elses()
    {
        using var target = new RawServer(
            $"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{Foreign}"
        );

        var row = await Runs.RowAsync(target, GatewayScenarios.Chat());

        Assert.Equal([Outcome.CrossSession], row.Errors.Keys);
    }

    [Theory]
    [InlineData("text", Outcome.CrossSession)]
    // Two texts side by side are none that anybody wrote.
    [InlineData("other", Outcome.Success)]
    public async Task A_marker_that_is_split_over_the_events_of_a_run_is_found(
        string second,
        Outcome expected
    )
    {
        await using var target = new ServerTarget(context =>
        {
            if (context.Request.Method == "POST")
            {
                context.Response.StatusCode = 202;
                return context.Response.WriteAsync("""{"id": "1"}""");
            }
            context.Response.ContentType = "text/event-stream";
            return context.Response.WriteAsync(
                $$"""
                event: delta
                data: {"text": "so [[user:01234567"}

                event: tool_call
                data: {"name": "clock", "at": [1, "x"]}

                event: delta
                data: {"{{second}}": "89abcdef]]"}

                event: end
                data: {"state": "succeeded"}


                """
            );
        });

        var row = await Runs.RowAsync(target, GatewayScenarios.RunToTerminal());

        Assert.Equal(expected == Outcome.Success ? [] : [expected], row.Errors.Keys);
    }

    [Fact]
    public async Task A_marker_that_is_split_over_the_messages_of_a_socket_is_found()
    {
        await using var server = new SocketServer(
            async (socket, _) =>
            {
                await SocketServer.SendAsync(socket, """{"text":"[[user:012345678"}""");
                await SocketServer.SendAsync(socket, "no JSON");
                await SocketServer.SendAsync(socket, """{"text":"9abcdef]]","type":"done"}""");
            }
        );
        var chat = Scenario.WebSocket(
            "chat",
            SocketServer.Path,
            user => user.NextPrompt(),
            message => message.Json("type") == "done"
        );

        var row = await Runs.RowAsync(server.Gateway, chat);

        Assert.Equal([Outcome.CrossSession], row.Errors.Keys);
    }

    [Fact]
    public async Task Without_markers_nobody_can_tell()
    {
        var marked = 0;
        await using var target = new ServerTarget(async context =>
        {
            marked += (await MessageAsync(context)).Contains("[[user:", StringComparison.Ordinal)
                ? 1
                : 0;
            await context.Response.WriteAsJsonAsync(
                new { reply = "[[user:0123456789abcdef]]" },
                TestContext.Current.CancellationToken
            );
        });

        var row = await Runs.RowAsync(target, GatewayScenarios.Chat().WithoutMarkers());

        Assert.Empty(row.Errors);
        Assert.Equal(0, marked);
    }

    [Fact]
    public async Task A_model_that_repeats_no_marker_is_no_error()
    {
        await using var target = Answering("hello", provider: null);

        var row = await Runs.RowAsync(target, GatewayScenarios.Chat());

        Assert.Empty(row.Errors);
        Assert.DoesNotContain(row.Checks, check => check.Name == "has own marker");
    }

    [Fact]
    public async Task With_the_fake_provider_behind_it_a_reply_has_its_users_marker()
    {
        await using var provider = await FakeProvider.StartAsync(
            options => options.Latency = Delay.None,
            TestContext.Current.CancellationToken
        );
        await using var target = Answering("hello", provider);

        var row = await Runs.RowAsync(target, GatewayScenarios.Chat());

        Assert.Equal([Outcome.BadBody], row.Errors.Keys);
        Assert.StartsWith(
            "check 'has own marker' failed",
            row.Samples[Outcome.BadBody],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_sample_gateway_gives_everybody_their_own_reply()
    {
        await using var provider = await FakeProvider.StartAsync(
            options => options.Latency = Delay.None,
            TestContext.Current.CancellationToken
        );
        await using var gateway = SampleGateway
            .Open()
            .UseProvider(provider, configKey: "OpenAI:Endpoint");

        var row = await Runs.RowAsync(gateway, GatewayScenarios.Chat(), users: 4);

        Assert.Empty(row.Errors);
        var check = Assert.Single(row.Checks, check => check.Name == "has own marker");
        Assert.Equal((row.Successes, row.Successes), (check.Passed, check.Total));
    }

    [Theory]
    [InlineData(true, false, 50)]
    [InlineData(false, true, 50)]
    [InlineData(false, false, 4)]
    public async Task A_provider_that_does_not_always_repeat_them_is_not_expected_to(
        bool hasScript,
        bool hasStub,
        int tokens
    )
    {
        await using var provider = await FakeProvider.StartAsync(
            options =>
            {
                options.ReplyTokens = tokens;
                if (hasScript)
                {
                    options.Replies.Always("so");
                }
                if (hasStub)
                {
                    options.Stubs.AddJson("""{"request": {"urlPath": "/x"}, "response": {}}""");
                }
            },
            TestContext.Current.CancellationToken
        );

        var scenario = GatewayScenarios.Chat();

        Assert.Equal(scenario.Checks.Count, scenario.For(provider).Checks.Count);
    }

    private static ServerTarget Answering(string reply, FakeProvider? provider) =>
        new(context =>
            context.Response.WriteAsJsonAsync(new { reply }, TestContext.Current.CancellationToken)
        )
        {
            Provider = provider,
        };

    private static async Task<string> MessageAsync(HttpContext context)
    {
        using var json = await JsonDocument.ParseAsync(context.Request.Body);
        Assert.Equal(32, json.RootElement.GetProperty("session_id").GetString()!.Length);
        return json.RootElement.GetProperty("message").GetString()!;
    }
}
