using System.Text.Json;

namespace Gateway.Tests;

/// <summary>The guardrail in front of a model that is asked without the agent.</summary>
public sealed class CompletionGuardrailTests
{
    private const string Tools = ""","tools":[{"type":"function","function":{"name":"f"}}]""";

    private static readonly (string, string) _on = ("Guardrail:Enabled", "true");

    [Theory]
    [InlineData("redact", "Write to [redacted email] now.", "stop")]
    [InlineData("block", "This answer was withheld.", "content_filter")]
    public async Task A_whole_answer_is_guarded(string action, string expected, string finish)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context => Completion.WriteAsync(context, "Write to ann@example.com now.");
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            _on,
            ("Guardrail:Action", action)
        );
        using var client = gateway.Connect();

        using var response = await client.PostAsync(
            "/v1/chat/completions",
            TestGateway.Json(
                """{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hi"}]}"""
            ),
            TestContext.Current.CancellationToken
        );

        var choice = (await response.JsonAsync()).GetProperty("choices")[0];
        Assert.Equal(expected, choice.GetProperty("message").Text("content"));
        Assert.Equal(finish, choice.Text("finish_reason"));
    }

    [Fact]
    public async Task A_stream_is_guarded_across_its_chunks_and_keeps_the_callers_calls()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Send(
            Chunk.Role,
            Chunk.Text("Write to ann@exam"),
            Chunk.Text("ple.com now."),
            Chunk.Tool(0, "{\"a\":", "c1", "f"),
            Chunk.Tool(0, "1}"),
            Chunk.Finish("tool_calls"),
            Chunk.Usage,
            Chunk.Done
        );
        feed.End();
        await using var gateway = new TestGateway(upstream.Endpoint, _on);
        using var client = gateway.Connect();

        using var events = await CompletionStreamTests.AskAsync(client, Tools);
        var deltas = (await events.RestAsync())
            .SkipLast(1)
            .Select(sent => Delta(sent.Json))
            .ToList();

        Assert.Equal(
            "Write to [redacted email] now.",
            string.Concat(deltas.Select(delta => Member(delta, "content")?.GetString()))
        );
        var call = Assert.Single(
            deltas.Select(delta => Member(delta, "tool_calls")).OfType<JsonElement>()
        )[0];
        Assert.Equal("c1", call.Text("id"));
        Assert.Equal("{\"a\":1}", call.GetProperty("function").Text("arguments"));
    }

    private static JsonElement Delta(JsonElement chunk) =>
        chunk.GetProperty("choices")[0].GetProperty("delta");

    private static JsonElement? Member(JsonElement delta, string name) =>
        delta.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;
}
