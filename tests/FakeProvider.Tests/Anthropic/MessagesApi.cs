using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

/// <summary>Calls of Anthropic's API without an SDK in between.</summary>
internal static class MessagesApi
{
    public const string Path = "v1/messages";

    public static string Body(string content, int maxTokens = 1000, bool stream = false) =>
        JsonSerializer.Serialize(
            new
            {
                model = "claude-test",
                max_tokens = maxTokens,
                messages = new[] { new { role = "user", content } },
                stream,
            }
        );

    public static Task<HttpResponseMessage> AskClaudeAsync(
        this ProviderClient client,
        string content,
        int maxTokens = 1000,
        bool stream = false
    ) => client.PostAsync(Path, Body(content, maxTokens, stream));

    public static async Task<JsonElement> MessageAsync(this ProviderClient client, string body) =>
        await (await client.PostAsync(Path, body)).JsonAsync();

    public static string TextOf(JsonElement message) =>
        Assert
            .Single(message.GetProperty("content").EnumerateArray())
            .GetProperty("text")
            .GetString()!;

    public static async Task<List<SseItem<JsonElement>>> EventsAsync(HttpResponseMessage response)
    {
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var parser = SseParser.Create(
            body,
            (_, data) => JsonDocument.Parse(data.ToArray()).RootElement
        );
        return await parser
            .EnumerateAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Type and message of an error, whose form is checked.</summary>
    public static async Task<(string Type, string Message)> ClaudeErrorAsync(
        this HttpResponseMessage response,
        HttpStatusCode expected
    )
    {
        var body = await response.JsonAsync(expected);
        Assert.Equal("error", body.GetProperty("type").GetString());
        Assert.Equal(response.Header("request-id"), body.GetProperty("request_id").GetString());
        var error = body.GetProperty("error");
        return (error.GetProperty("type").GetString()!, error.GetProperty("message").GetString()!);
    }
}
