using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>The whole gateway with every log switched on, by every door that takes texts.</summary>
public sealed class LogTests
{
    private const string Key = "sk-very-secret";
    private const string Password = "redis-very-secret";
    private const string Prompt = "my private prompt";
    private const string Reply = "a reply for nobody else";
    private const string Title = "a confidential title";
    private const string Text = "the confidential text";

    // At Information it writes each statement.
    [Fact]
    public async Task The_settings_that_are_shipped_keep_statements_out_of_the_log()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");

        var shipped = gateway.Services.GetRequiredService<IConfiguration>();

        Assert.Equal("Warning", shipped["Logging:LogLevel:Npgsql"]);
    }

    [Theory]
    [InlineData("/api/chat", $$"""{"message":"{{Prompt}}"}""", 200)]
    [InlineData("/api/chat", $$"""{"message":"{{Prompt}}"}""", 500)]
    [InlineData("/api/chat", $$"""{"message":"{{Prompt}}" """, 200)]
    [InlineData("/api/chat", $$"""{"message":["{{Prompt}}"]}""", 200)]
    [InlineData("/api/chat", $$"""{"message":"{{Prompt}}","stream":true}""", 200)]
    [InlineData(
        "/v1/chat/completions",
        $$"""{"model":"m","temperature":0,"messages":[{"role":"user","content":"{{Prompt}}"}]}""",
        200
    )]
    [InlineData("/api/search", $$"""{"query":"{{Prompt}}"}""", 200)]
    [InlineData("/api/search", $$"""{"query":["{{Prompt}}"]}""", 200)]
    [InlineData("/api/documents", $$"""[{"id":"a","title":"{{Title}}","text":"{{Text}}"}]""", 200)]
    [InlineData("/api/documents", $$"""[{"id":7,"title":"{{Title}}","text":"{{Text}}"}]""", 200)]
    public async Task No_log_has_a_prompt_a_reply_a_document_or_a_secret_in_it(
        string path,
        string body,
        int providerStatus
    )
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = providerStatus;
            return Completion.WriteAsync(context, Reply);
        };
        using var logs = new RecordedLogs();
        await using (
            var gateway = new TestGateway(
                upstream.Endpoint,
                ("OpenAI:ApiKey", Key),
                ("Cache:MaxTemperature", "2"),
                // Nobody listens there: its failures are logged too.
                ("Cache:Redis", "127.0.0.1:1"),
                ("Cache:RedisPassword", Password)
            )
            {
                Logs = logs,
            }
        )
        {
            using var client = gateway.Connect();
            for (var i = 0; i < 4; i++)
            {
                using var content = TestGateway.Json(body);
                using var response = await client.PostAsync(
                    path,
                    content,
                    TestContext.Current.CancellationToken
                );
            }
        }

        Assert.Contains(logs.Lines, line => line.Level <= LogLevel.Debug);
        foreach (var (_, line) in logs.Lines)
        {
            foreach (var secret in (string[])[Key, Password, Prompt, Reply, Title, Text])
            {
                Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase);
            }
        }
    }
}
