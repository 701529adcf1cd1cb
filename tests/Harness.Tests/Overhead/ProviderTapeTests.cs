using System.Net;
using System.Text;

namespace GatewayBench.Tests.Overhead;

public sealed class ProviderTapeTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Body = """{"model":"m","messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task A_call_that_is_expected_is_kept_and_answered()
    {
        var tape = new ProviderTape(TimeProvider.System);
        await using var provider = await StartAsync(tape);
        var id = Id();
        tape.Expect(id);

        using var answer = await AskAsync(provider, traceParent: $"00-{Trace}-b7ad6b7169203331-01");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var call = Assert.Single(tape.Take(id));
        Assert.Equal(
            ("POST", "/v1/chat/completions?a=b%20c", Body),
            (call.Method, call.Path, Encoding.UTF8.GetString(call.Body))
        );
        Assert.Contains(call.Headers, header => header is { Key: "x-own", Value: "1" });
        Assert.DoesNotContain(call.Headers, header => header.Key is "Host" or "Content-Length");
        Assert.Empty(tape.Take(id));
        Assert.Equal(0, tape.Strangers);
    }

    [Fact]
    public async Task A_call_of_nobody_is_answered_and_counted()
    {
        var tape = new ProviderTape(TimeProvider.System);
        await using var provider = await StartAsync(tape);
        tape.Expect(Id());

        using var answer = await AskAsync(provider, traceParent: null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((0, 1), (tape.Take(Id()).Length, tape.Strangers));
    }

    [Theory]
    [InlineData("/v1/chat/completions", """{"stream":true}""", nameof(StreamFormat.OpenAiChat))]
    [InlineData(
        "/v1/messages?beta=true",
        """{"a":{"stream":false},"stream":true}""",
        nameof(StreamFormat.AnthropicMessages)
    )]
    [InlineData("/v1/responses", """{"stream": true}""", nameof(StreamFormat.OpenAiResponses))]
    [InlineData("/v1/chat/completions", """{"stream":false}""", null)]
    [InlineData("/v1/chat/completions", """{"a":{"stream":true}}""", null)]
    [InlineData("/v1/chat/completions", "no json", null)]
    public void The_format_of_an_answer_follows_from_its_request(
        string path,
        string body,
        string? format
    )
    {
        var expected = format is null
            ? null
            : (StreamFormat?)typeof(StreamFormat).GetProperty(format)!.GetValue(null);

        Assert.Same(expected, CallFormat.Of(path, Encoding.UTF8.GetBytes(body)));
    }

    private static Task<FakeProvider> StartAsync(ProviderTape tape) =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.None;
                options.Around = tape.Around;
            },
            TestContext.Current.CancellationToken
        );

    private static RequestId Id() =>
        RequestId.TryParse(Encoding.ASCII.GetBytes(Trace), out var id)
            ? id
            : throw new InvalidOperationException();

    private static async Task<HttpResponseMessage> AskAsync(
        FakeProvider provider,
        string? traceParent
    )
    {
        using var client = ProviderTarget.ClientOf(provider, inMemory: true);
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(provider.BaseAddress, "/v1/chat/completions?a=b%20c")
        )
        {
            Content = new StringContent(Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-own", "1");
        if (traceParent is not null)
        {
            request.Headers.Add("traceparent", traceParent);
        }
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
