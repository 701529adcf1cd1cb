using System.Text.Json;

namespace Gateway.Tests;

public sealed class CompletionStreamTests
{
    public const string Request =
        """{"model":"gpt-4o-mini","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";

    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private static readonly string[] _texts = ["Hello", " ", "\n", "wörld 😀", "Hello"];

    [Fact(Timeout = HangGuard)]
    public async Task Every_chunk_of_the_provider_becomes_one_chunk_before_the_next_one_comes()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        feed.Send(Chunk.Role);
        using var events = await AskAsync(client, "");
        Assert.Equal(
            """{"role":"assistant","content":""}""",
            Delta(await events.NextAsync()).GetRawText()
        );
        var received = new List<string>();
        foreach (var text in _texts)
        {
            feed.Send(Chunk.Text(text));
            received.Add(Delta(await events.NextAsync()).Text("content"));
        }
        feed.Answer();
        var rest = await events.RestAsync();

        Assert.Equal(_texts, received);
        Assert.Equal(2, rest.Count);
        const string Closing =
            """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1760000000,"model":"scripted-1","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]}""";
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Closing), rest[0].Json), rest[0].Data);
        Assert.Equal("[DONE]", rest[1].Data);
    }

    [Fact]
    public async Task Usage_comes_last_and_only_if_it_is_wanted()
    {
        await using var upstream = await Upstream.StartAsync();
        new ChunkFeed(upstream).Answer("a", "b");
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var counted = await AskAsync(client, ""","stream_options":{"include_usage":true}""");
        var all = await counted.RestAsync();
        new ChunkFeed(upstream).Answer("a", "b");
        using var uncounted = await AskAsync(
            client,
            ""","stream_options":{"include_usage":false}"""
        );
        var without = await uncounted.RestAsync();

        var last = all[^2].Json;
        Assert.Equal(6, all.Count);
        Assert.Empty(last.GetProperty("choices").EnumerateArray());
        Assert.Equal(17, last.GetProperty("usage").GetProperty("total_tokens").GetInt32());
        Assert.All(
            all.SkipLast(2),
            chunk => Assert.Equal(JsonValueKind.Null, chunk.Json.GetProperty("usage").ValueKind)
        );
        Assert.Equal(5, without.Count);
        Assert.All(
            without.SkipLast(1),
            chunk => Assert.False(chunk.Json.TryGetProperty("usage", out _))
        );
    }

    [Fact]
    public async Task Calls_come_in_the_fragments_that_the_provider_made_of_them()
    {
        string[] fragments =
        [
            """[{"index":0,"id":"c1","type":"function","function":{"name":"f","arguments":""}}]""",
            """[{"index":0,"function":{"arguments":"{ \"a\""}}]""",
            """[{"index":0,"function":{"arguments":" : 1.0 }"}}]""",
        ];
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Send(fragments.Select(fragment => Chunk.Delta($$"""{"tool_calls":{{fragment}}}""")));
        feed.Send(Chunk.Finish("tool_calls"), Chunk.Done);
        feed.End();
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();

        using var events = await AskAsync(client, "");
        var all = await events.RestAsync();

        // The role, the fragments, the ending and DONE.
        Assert.Equal(fragments.Length + 3, all.Count);
        for (var i = 0; i < fragments.Length; i++)
        {
            var sent = Delta(all[i + 1]).GetProperty("tool_calls");
            Assert.True(
                JsonElement.DeepEquals(JsonElement.Parse(fragments[i]), sent),
                sent.GetRawText()
            );
        }
        Assert.Equal("tool_calls", all[^2].Json.GetProperty("choices")[0].Text("finish_reason"));
    }

    internal static Task<EventReader> AskAsync(HttpClient client, string members) =>
        EventReader.PostAsync(
            client,
            "/v1/chat/completions",
            $$"""{"model":"gpt-4o-mini","stream":true,"messages":[{"role":"user","content":"Hi"}]{{members}}}""",
            TestContext.Current.CancellationToken
        );

    private static JsonElement Delta(SentEvent? chunk) =>
        chunk!.Json.GetProperty("choices")[0].GetProperty("delta");
}
