using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

public sealed class CorrelationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/health", 200)]
    [InlineData("/metrics", 200)]
    [InlineData("/nope", 404)]
    [InlineData("/api/chat", 405)]
    public async Task Every_answer_has_the_callers_id(string path, int status)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();
        client.DefaultRequestHeaders.Add("X-Request-Id", "my-id.1:2");

        using var response = await client.GetAsync(path, Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("my-id.1:2", IdOf(response));
    }

    [Fact]
    public async Task Problems_and_logs_have_it_too()
    {
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1") { Logs = logs };
        using var client = gateway.Connect();
        client.DefaultRequestHeaders.Add("X-Request-Id", "mine");

        using var response = await client.GetAsync("/nope", Cancellation);

        Assert.Equal("mine", (await response.ProblemAsync(404)).Text("request_id"));
        Assert.Contains("CorrelationId:mine", logs.Scopes);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(413)]
    [InlineData(429)]
    public async Task Failures_have_the_same_id_in_header_and_body(int status)
    {
        using var broken = new ScriptedAgent
        {
            Thinking = static (_, _) => throw new InvalidOperationException(),
        };
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Chat:MaxBodyBytes", "1024"),
            ("RateLimit:Enabled", status == 429 ? "true" : "false"),
            ("RateLimit:Requests", "1")
        )
        {
            Configure = services => services.AddSingleton<IChatClient>(broken),
        };
        using var client = gateway.Connect();
        using var first = await client.GetAsync("/nope", Cancellation);

        using var response = await client.ChatAsync(
            $$"""{"message":"{{new string('x', status == 413 ? 2000 : 10)}}"}"""
        );

        Assert.Equal(IdOf(response), (await response.ProblemAsync(status)).Text("request_id"));
    }

    [Fact]
    public async Task Refusals_for_credentials_have_it_too()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", Access.On());
        using var client = gateway.Connect();

        using var refused = await client.ChatAsync();

        Assert.Equal(IdOf(refused), (await refused.ProblemAsync(401)).Text("request_id"));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("quote\"")]
    [InlineData("")]
    [InlineData(
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
    )]
    public async Task An_id_that_is_not_sane_is_replaced(string id)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Request-Id", id);

        using var first = await client.GetAsync("/health/live", Cancellation);
        using var second = await client.GetAsync("/health/live", Cancellation);

        Assert.NotEqual(id, IdOf(first));
        Assert.NotEqual(IdOf(first), IdOf(second));
        Assert.Matches("^[A-Za-z0-9:]+$", IdOf(first));
    }

    [Fact]
    public async Task Without_one_it_is_the_traces()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        using var logs = new RecordedLogs();
        // With logs on, the framework follows traces.
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1") { Logs = logs };
        using var client = gateway.Connect();
        client.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        Activity.Current = null;

        using var response = await client.GetAsync("/nope", Cancellation);

        Assert.Equal(Trace, IdOf(response));
        Assert.Equal(Trace, (await response.ProblemAsync(404)).Text("request_id"));
    }

    private static string IdOf(HttpResponseMessage response) =>
        Assert.Single(response.Headers.GetValues("X-Request-Id"));
}
