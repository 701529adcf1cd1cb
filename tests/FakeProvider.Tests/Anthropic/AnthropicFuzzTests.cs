using System.Net;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class AnthropicFuzzTests
{
    private const int Cases = 4000;

    private static readonly string[] Bodies =
    [
        MessagesApi.Body("hello world"),
        MessagesApi.Body("hello", stream: true),
        """{"model":"m","max_tokens":9,"system":[{"type":"text","text":"be terse","cache_control":{"type":"ephemeral"}}],"messages":[{"role":"user","content":[{"type":"text","text":"hi"},{"type":"image","source":{"type":"url","url":"http://a/b.png"}}]}],"stop_sequences":["x"],"metadata":{"user_id":"u"}}""",
        """{"model":"m","max_tokens":9,"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"tool_use","id":"t1","name":"f","input":{"a":[1,"b"]}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"c","is_error":false}]}],"tools":[{"name":"f","description":"d","input_schema":{"type":"object","properties":{"a":{"type":"array"}}}}],"tool_choice":{"type":"auto"}}""",
    ];

    private static readonly string[] Headers =
    [
        "x-api-key",
        "Authorization",
        "anthropic-version",
        "anthropic-beta",
        "Accept",
        "Accept-Encoding",
        "traceparent",
        "X-Stainless-Retry-Count",
    ];

    private static readonly string[] Paths =
    [
        "v1/messages",
        "v1/messages",
        "v1/messages",
        "v1/messages?beta=true",
        "v1/messages/count_tokens",
        "v1/messages/batches",
    ];

    [Fact]
    public async Task Whatever_comes_gets_a_proper_answer()
    {
        var random = new Mutator(seed: 42);
        await using var client = await ProviderClient.StartAsync(o => o.ReplyTokens = 3);
        var statuses = new Dictionary<HttpStatusCode, int>();

        for (var i = 0; i < Cases; i++)
        {
            var body = random.Mutate(random.Pick(Bodies));
            using var request = new HttpRequestMessage(HttpMethod.Post, random.Pick(Paths))
            {
                Content = new ByteArrayContent(body),
            };
            request.Headers.TryAddWithoutValidation(random.Pick(Headers), random.HeaderValue());
            using var response = await client.Http.SendAsync(
                request,
                TestContext.Current.CancellationToken
            );
            statuses[response.StatusCode] = statuses.GetValueOrDefault(response.StatusCode) + 1;
            await CheckAsync(response, body);
        }

        // Both kinds of answers, or the mutations would be too wild or too tame to show anything.
        Assert.True(statuses[HttpStatusCode.OK] > Cases / 20, $"{statuses[HttpStatusCode.OK]}");
        Assert.True(statuses[HttpStatusCode.BadRequest] > Cases / 4);
        await (await client.AskClaudeAsync("still there?")).JsonAsync();
    }

    private static async Task CheckAsync(HttpResponseMessage response, byte[] body)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var about = $"{response.StatusCode} to {Convert.ToBase64String(body)}: {text}";
        Assert.True(
            response.StatusCode
                is HttpStatusCode.OK
                    or HttpStatusCode.BadRequest
                    or HttpStatusCode.NotFound,
            about
        );
        Assert.NotNull(response.Header("request-id"));
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            Assert.EndsWith(
                "data: {\"type\":\"message_stop\"}\n\n",
                text,
                StringComparison.Ordinal
            );
            return;
        }
        var root = JsonDocument.Parse(text).RootElement;
        Assert.Equal(
            response.StatusCode != HttpStatusCode.OK,
            root.TryGetProperty("error", out var error)
                && error.GetProperty("message").GetString()!.Length > 0
        );
    }
}
