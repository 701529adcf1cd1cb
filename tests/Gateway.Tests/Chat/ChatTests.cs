using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

public sealed class ChatTests
{
    [Fact]
    public async Task A_chat_is_answered_with_reply_session_usage_and_model()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var response = await client.ChatAsync("""{"message":"Hi","session_id":"s_1-A"}""");

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(
            """{"reply":"Hello!","session_id":"s_1-A","usage":{"input_tokens":12,"output_tokens":5,"total_tokens":17},"model":"scripted-1"}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_provider_is_sent_the_message_the_model_and_the_key()
    {
        await using var upstream = await Upstream.StartAsync();
        var sent = new TaskCompletionSource<(string? Key, JsonElement Body)>();
        upstream.Chat = async context =>
        {
            var body = await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
            sent.SetResult((context.Request.Headers.Authorization, body));
            await Completion.WriteAsync(context, "Fine.");
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("OpenAI:ApiKey", "sk-test"),
            ("OpenAI:Model", "model-x")
        );
        using var client = gateway.Connect();

        using var response = await client.ChatAsync("""{"message":"How are you?"}""");

        var (key, body) = await sent.Task;
        Assert.Equal("Bearer sk-test", key);
        Assert.Equal("model-x", body.Text("model"));
        var message = Assert.Single(body.GetProperty("messages").EnumerateArray());
        Assert.Equal("user", message.Text("role"));
        Assert.Equal("How are you?", message.Text("content"));
        Assert.Equal("Fine.", (await response.JsonAsync()).Text("reply"));
    }

    [Fact]
    public async Task A_session_id_is_made_up_where_none_is_sent()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var first = await client.ChatAsync();
        using var second = await client.ChatAsync("""{"message":"Hi","session_id":null}""");

        var firstId = (await first.JsonAsync()).Text("session_id");
        var secondId = (await second.JsonAsync()).Text("session_id");
        Assert.Matches("^[0-9a-f]{32}$", firstId);
        Assert.NotEqual(firstId, secondId);
    }

    [Fact]
    public async Task Usage_is_null_where_the_provider_counted_nothing()
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
            context.Response.WriteAsync(
                """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}]}"""
            );
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var response = await client.ChatAsync();

        var reply = await response.JsonAsync();
        Assert.Equal("Hi", reply.Text("reply"));
        Assert.Equal(JsonValueKind.Null, reply.GetProperty("usage").ValueKind);
    }
}
