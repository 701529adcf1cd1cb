using System.Net;
using System.Text.Json;
using GatewayBench.Support;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

/// <summary>
/// What a caller gets from the cache is what he got from the provider, to the byte: of whole answers
/// and streams, kept in memory and in Redis.
/// </summary>
public sealed class CachedRepliesTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private const string Usage = """
        "usage":{"prompt_tokens":12,"completion_tokens":5,"total_tokens":17,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}}
        """;

    private static readonly string[] Arguments =
    [
        """{"city":"Oslo"}""",
        """{ "city" : "R\u00f6me",  "days": 1.0, "big": 12345678901234567890 }""",
        """{"city":"Oslo","city":"Rome"}""",
        """{"city":"Os""",
        "[1,2]",
        "",
        "null",
        "\n<tool>{}",
    ];

    // Messages of whole answers, and why they end.
    private static readonly Dictionary<string, (string Message, string Finish)> Messages = new()
    {
        ["any text"] = (
            """{"role":"assistant","content":"It is  sunny,\n\"so\" they say \u2014 \u65e5\u672c \ud83d\ude00 <b>."}""",
            "stop"
        ),
        ["no text"] = ("""{"role":"assistant","content":""}""", "stop"),
        ["a cut text"] = ("""{"role":"assistant","content":"Cut"}""", "length"),
        ["a refusal"] = (
            """{"role":"assistant","content":null,"refusal":"I'd rather not."}""",
            "stop"
        ),
        ["calls"] = (Calls(null, Arguments), "tool_calls"),
        ["text and a call"] = (Calls("Let me see.", """{"a":1}"""), "tool_calls"),
        ["text and a malformed call"] = (Calls("Let me see.", """{"a":1"""), "stop"),
    };

    // Chunks of streams between the role and the usage.
    private static readonly Dictionary<string, string[]> Streams = new()
    {
        ["any text"] =
        [
            Chunk.Text("It is  sunny,\n"),
            Chunk.Text("\"so\" \u65e5"),
            Chunk.Text(""),
            Chunk.Finish(),
        ],
        ["no text"] = [Chunk.Finish()],
        ["a cut text"] = [Chunk.Text("Cut"), Chunk.Finish("length")],
        ["a refusal"] =
        [
            Chunk.Delta("""{"refusal":"I'd "}"""),
            Chunk.Delta("""{"refusal":"rather not."}"""),
            Chunk.Finish(),
        ],
        ["calls in pieces"] =
        [
            .. Arguments.Select((_, i) => Chunk.Tool(i, "", $"call_{i}", "f")),
            .. Arguments.SelectMany(
                (json, i) => json.Chunk(5).Select(piece => Chunk.Tool(i, new string(piece)))
            ),
            Chunk.Finish("tool_calls"),
        ],
        ["text and a malformed call"] =
        [
            Chunk.Text("So: "),
            Chunk.Tool(0, """{"a":""", "call_1", "f"),
            Chunk.Finish("tool_calls"),
        ],
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> WholeReplies => [.. Messages.Keys];

    public static TheoryData<string> StreamedReplies => [.. Streams.Keys];

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(WholeReplies))]
    public Task A_whole_answer_in_memory(string reply) =>
        CompareAsync(Whole(Messages[reply]), streamed: false);

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(WholeReplies))]
    public async Task A_whole_answer_in_Redis(string reply)
    {
        await using var redis = await RedisServer.StartAsync();
        await CompareAsync(Whole(Messages[reply]), streamed: false, redis.Address);
    }

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(StreamedReplies))]
    public Task A_stream_in_memory(string reply) =>
        CompareAsync(Streamed(Streams[reply]), streamed: true);

    [Theory(Timeout = HangGuard)]
    [MemberData(nameof(StreamedReplies))]
    public async Task A_stream_in_Redis(string reply)
    {
        await using var redis = await RedisServer.StartAsync();
        await CompareAsync(Streamed(Streams[reply]), streamed: true, redis.Address);
    }

    private static async Task CompareAsync(RequestDelegate reply, bool streamed, string redis = "")
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = reply;
        await using var gateway = new TestGateway(upstream.Endpoint, ("Cache:Redis", redis));
        using var client = gateway.Connect();

        var fresh = await AskAsync(client, streamed);
        var cached = await AskAsync(client, streamed);

        Assert.Equal(HttpStatusCode.OK, fresh.Status);
        Assert.Equal(fresh, cached);
        Assert.Contains("\"total_tokens\":17", fresh.Body, StringComparison.Ordinal);
        Assert.Equal(1, upstream.ChatCount);
        Assert.Equal(
            1,
            (await client.MetricsAsync()).Value("gateway_cache_requests_total", ("result", "hit"))
        );
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(
        HttpClient client,
        bool streamed
    )
    {
        var how = streamed ? ""","stream":true,"stream_options":{"include_usage":true}""" : "";
        using var response = await client.PostAsync(
            "/v1/chat/completions",
            TestGateway.Json(
                $$$"""
                {"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hi"}],
                "tools":[{"type":"function","function":{"name":"f"}}],"temperature":0{{{how}}}
                }
                """
            ),
            Cancelled
        );
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled));
    }

    private static RequestDelegate Whole((string Message, string Finish) reply) =>
        context =>
            context.Response.WriteAsync(
                $$"""
                {"id":"chatcmpl-7","object":"chat.completion","created":1760000000,"model":"scripted-1",
                "choices":[{"index":0,"message":{{reply.Message}},"finish_reason":"{{reply.Finish}}"}],{{Usage}}}
                """
            );

    private static RequestDelegate Streamed(string[] chunks) =>
        async context =>
        {
            context.Response.ContentType = "text/event-stream";
            foreach (var chunk in (string[])[Chunk.Role, .. chunks, Chunk.Usage, Chunk.Done])
            {
                await context.Response.WriteAsync($"data: {chunk}\n\n");
            }
        };

    private static string Calls(string? text, params string[] arguments)
    {
        var calls = arguments.Select(
            (json, i) =>
                new
                {
                    id = $"call_{i}",
                    type = "function",
                    function = new { name = "f", arguments = json },
                }
        );
        return JsonSerializer.Serialize(
            new
            {
                role = "assistant",
                content = text,
                tool_calls = calls,
            }
        );
    }
}
