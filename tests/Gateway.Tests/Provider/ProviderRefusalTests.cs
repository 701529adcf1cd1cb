using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>A provider that finds a request at fault: what the caller is told, and what nobody is.</summary>
public sealed class ProviderRefusalTests
{
    private const string Chat = """{"message":"my private prompt"}""";
    private const string StreamedChat = """{"message":"my private prompt","stream":true}""";
    private const string Harmless =
        "This model's maximum context length is 8192 tokens. However, you asked for 9000 tokens.";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, Chat)]
    [InlineData(413, Chat)]
    [InlineData(422, Chat)]
    [InlineData(400, StreamedChat)]
    public async Task A_chat_gets_the_providers_status_and_code_and_none_of_its_words(
        int status,
        string body
    )
    {
        await using var upstream = await RefusingAsync(status, "string_above_max_length", Harmless);
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway(upstream.Endpoint) { Logs = logs };
        using var client = gateway.Connect();
        logs.Lines.Clear();

        using var response = await client.ChatAsync(body);

        var problem = await response.ProblemAsync(status);
        Assert.Equal("provider_rejected_request", problem.Text("reason"));
        Assert.Equal("string_above_max_length", problem.Text("code"));
        Assert.Equal(
            $"The provider rejected the request with status {status}.",
            problem.Text("detail")
        );
        // Its fields are not those that the caller sent.
        Assert.False(problem.TryGetProperty("param", out _));
        Assert.DoesNotContain(
            logs.Lines,
            line => line.Text.Contains(Harmless, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(logs.Lines, line => line.Level >= LogLevel.Warning);
        Assert.Equal(1, upstream.ChatCount);
        Assert.Equal(
            1,
            (await client.MetricsAsync()).Value(
                "gateway_chat_requests_total",
                ("outcome", "provider_rejected_request")
            )
        );
    }

    [Fact]
    public async Task A_conversation_that_is_too_long_is_told_in_our_words()
    {
        await using var upstream = await RefusingAsync(400, "context_length_exceeded", Harmless);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var response = await client.ChatAsync();

        var problem = await response.ProblemAsync(400);
        Assert.Equal("context_length_exceeded", problem.Text("code"));
        Assert.Equal(
            "The conversation is longer than the model can take: say less, or begin a new one.",
            problem.Text("detail")
        );
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(413, false)]
    [InlineData(422, false)]
    [InlineData(400, true)]
    public async Task A_completion_gets_code_param_and_harmless_words(int status, bool stream)
    {
        await using var upstream = await RefusingAsync(status, "context_length_exceeded", Harmless);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        var error = await CompleteAsync(client, status, stream);

        Assert.Equal(Harmless, error.Text("message"));
        Assert.Equal("invalid_request_error", error.Text("type"));
        Assert.Equal("messages[0].content", error.Text("param"));
        Assert.Equal("context_length_exceeded", error.Text("code"));
    }

    [Theory]
    [InlineData("The key sk-very-secret may not use this model.")]
    [InlineData("Worker 10.0.0.5:8000 has no model m7.")]
    [InlineData("")]
    public async Task Words_that_might_be_a_secret_are_kept_to_ourselves(string message)
    {
        await using var upstream = await RefusingAsync(400, "sk-very-secret", message, "a b");
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway(upstream.Endpoint) { Logs = logs };
        using var client = gateway.Connect();

        var error = await CompleteAsync(client, 400, stream: false);

        Assert.Equal("The provider rejected the request with status 400.", error.Text("message"));
        // What has not the form of a name is none.
        Assert.Equal("provider_rejected_request", error.Text("code"));
        Assert.Equal(JsonValueKind.Null, error.GetProperty("param").ValueKind);
        Assert.DoesNotContain(
            logs.Lines,
            line => line.Text.Contains("very-secret", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"error":"no"}""")]
    [InlineData("""{"error":{"code":400,"message":null,"param":[]}}""")]
    public async Task A_refusal_without_words_is_one_all_the_same(string body)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = 422;
            return context.Response.WriteAsync(body);
        };
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        var error = await CompleteAsync(client, 422, stream: false);

        Assert.Equal("provider_rejected_request", error.Text("code"));
    }

    [Theory]
    [InlineData("invalid_api_key", 502, "provider_rejected_credentials")]
    [InlineData("billing_hard_limit_reached", 429, "provider_quota_exhausted")]
    public async Task What_is_wrong_with_the_gateways_key_or_quota_is_not_the_callers_fault(
        string code,
        int status,
        string reason
    )
    {
        await using var upstream = await RefusingAsync(400, code, "no");
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var response = await client.ChatAsync();

        Assert.Equal(reason, (await response.ProblemAsync(status)).Text("reason"));
    }

    [Fact]
    public async Task In_the_midst_of_a_stream_the_error_event_has_the_code()
    {
        var refused = new ProviderException(
            ProviderFailure.RequestRejected,
            400,
            refusal: new("context_length_exceeded", null, null)
        );
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1")
        {
            Agent = new ScriptedAgent
            {
                Speaking = (piece, _) =>
                    piece == 1 ? Task.FromException(refused) : Task.CompletedTask,
            },
        };
        using var client = gateway.Connect();

        using var events = await EventReader.PostAsync(
            client,
            "/api/chat",
            StreamedChat,
            Cancelled
        );
        var last = (await events.RestAsync())[^1];

        Assert.Equal("error", last.Name);
        Assert.Equal("provider_rejected_request", last.Json.Text("reason"));
        Assert.Equal("context_length_exceeded", last.Json.Text("code"));
    }

    private static async Task<Upstream> RefusingAsync(
        int status,
        string code,
        string message,
        string param = "messages[0].content"
    )
    {
        var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsJsonAsync(
                new
                {
                    error = new
                    {
                        message,
                        type = "invalid_request_error",
                        param,
                        code,
                    },
                }
            );
        };
        return upstream;
    }

    private static async Task<JsonElement> CompleteAsync(HttpClient client, int status, bool stream)
    {
        using var response = await client.PostAsync(
            "/v1/chat/completions",
            TestGateway.Json(
                $$"""{"model":"gpt-4o-mini","stream":{{(stream ? "true" : "false")}},"messages":[{"role":"user","content":"Hi"}]}"""
            ),
            Cancelled
        );
        Assert.Equal(status, (int)response.StatusCode);
        return (await response.JsonAsync()).GetProperty("error");
    }
}
