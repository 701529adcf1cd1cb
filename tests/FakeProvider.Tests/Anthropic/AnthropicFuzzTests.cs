using System.Net;

namespace GatewayBench.FakeProviderTests;

public sealed class AnthropicFuzzTests
{
    private static readonly string[] Bodies =
    [
        MessagesApi.Body("hello world"),
        MessagesApi.Body("hello", stream: true),
        """{"model":"m","max_tokens":9,"system":[{"type":"text","text":"be terse","cache_control":{"type":"ephemeral"}}],"messages":[{"role":"user","content":[{"type":"text","text":"hi"},{"type":"image","source":{"type":"url","url":"http://a/b.png"}}]}],"stop_sequences":["x"],"metadata":{"user_id":"u"}}""",
        """{"model":"m","max_tokens":9,"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"tool_use","id":"t1","name":"f","input":{"a":[1,"b"]}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"c","is_error":false}]}],"tools":[{"name":"f","description":"d","input_schema":{"type":"object","properties":{"a":{"type":"array"}}}}],"tool_choice":{"type":"auto"}}""",
        """{"model":"m","max_tokens":9,"stream":true,"messages":[{"role":"user","content":"hi"}],"tools":[{"name":"f","input_schema":{"type":"object","properties":{"a":{"$ref":"#/$defs/t"}},"required":["a"],"$defs":{"t":{"type":"string","minLength":3}}}}],"tool_choice":{"type":"tool","name":"f","disable_parallel_tool_use":true}}""",
    ];

    private static readonly string[] Headers =
    [
        "x-api-key",
        "api-key",
        "Authorization",
        "anthropic-version",
        "anthropic-beta",
        "Accept",
        "Accept-Encoding",
        "traceparent",
        "X-Stainless-Retry-Count",
    ];

    [Theory]
    [InlineData("v1/messages", 4000)]
    [InlineData("v1/messages/count_tokens", 1000)]
    public async Task Damaged_bodies_get_proper_answers(string path, int count)
    {
        await using var client = await ProviderClient.StartAsync(o => o.ReplyTokens = 3);

        await BodyFuzz.AnswersProperlyAsync(client, path, Bodies, count);
    }

    [Fact]
    public async Task Strange_headers_get_proper_answers()
    {
        var random = new Random(42);
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.ReplyTokens = 3;
            o.RateLimit.RequestsPerMinute = 10;
        });
        var statuses = new HashSet<HttpStatusCode>();

        for (var i = 0; i < 1000; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, MessagesApi.Path)
            {
                Content = new StringContent(Bodies[i % Bodies.Length]),
            };
            var characters = Enumerable
                .Range(0, random.Next(40))
                .Select(_ => (char)random.Next(32, 127));
            request.Headers.TryAddWithoutValidation(
                Headers[random.Next(Headers.Length)],
                string.Concat(characters)
            );
            using var response = await client.Http.SendAsync(
                request,
                TestContext.Current.CancellationToken
            );
            statuses.Add(response.StatusCode);
            Assert.StartsWith("req_", response.Header("request-id"), StringComparison.Ordinal);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses.Order());
    }
}
