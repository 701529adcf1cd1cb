using System.Text;
using GatewayBench.Tests.Execution;

namespace GatewayBench.Tests.Streams;

/// <summary>Streams of real servers, over every way to them.</summary>
public sealed class LiveStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Ways => [.. FaultyTarget.Ways.Where(way => way != "child")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_text_is_read_before_the_next_one_is_sent(string way)
    {
        await using var faulty = await FaultyTarget.StartAsync(way);
        await faulty.Target.StartAsync(Stop);
        using var client = faulty.Target.CreateClient();
        var uri = new Uri(faulty.Target.BaseAddress, $"/stream/{Guid.NewGuid()}");
        var events = new EventReader();
        events.Begin();

        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        using var response = await client.SendAsync(request, Stop).WaitAsync(Patience, Stop);
        var body = await response.Content.ReadAsStreamAsync(Stop);
        Assert.Equal("""{"text": "one"}""", await NextAsync(events, body));
        using var goOn = new HttpRequestMessage(HttpMethod.Post, uri);
        using var gone = await client.SendAsync(goOn, Stop).WaitAsync(Patience, Stop);

        Assert.Equal("""{"text": "two"}""", await NextAsync(events, body));
        Assert.Equal("{}", await NextAsync(events, body));
    }

    public static TheoryData<StreamFormat, string, string> Providers =>
        new()
        {
            {
                StreamFormat.OpenAiChat,
                "/v1/chat/completions",
                """{"model": "m", "stream": true, "stream_options": {"include_usage": true}, "messages": [{"role": "user", "content": "hello"}]}"""
            },
            {
                StreamFormat.AnthropicMessages,
                "/v1/messages",
                """{"model": "m", "max_tokens": 500, "stream": true, "messages": [{"role": "user", "content": "hello"}]}"""
            },
            {
                StreamFormat.OpenAiResponses,
                "/v1/responses",
                """{"model": "m", "stream": true, "input": "hello"}"""
            },
        };

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task All_that_a_provider_sends_arrives_piece_by_piece(
        StreamFormat format,
        string path,
        string body
    )
    {
        await using var provider = await StartAsync();
        var target = new RemoteTarget(provider.BaseAddress.OriginalString);
        var plain = await PlainAsync(
            provider,
            path,
            body.Replace("\"stream\": true", "\"stream\": false", StringComparison.Ordinal)
        );
        var scenario = Scenario
            .Stream("stream", user => Post(user, path, body), format)
            .CheckPieces()
            .Check(
                "is the text of the plain answer",
                reply => plain.Contains(reply.Text, StringComparison.Ordinal)
            );

        var row = await Runs.RowAsync(target, scenario, users: 2);

        Assert.Empty(row.Errors);
        var (streams, turns) = (row.Streams!, row.Successes);
        Assert.Equal((turns, turns), (streams.Turns, streams.TurnsWithUsage));
        // What the provider counted, less the plain answer and the checked one before the load.
        Assert.Equal(provider.GetStatistics().CompletionTokens - 2 * Tokens, streams.Pieces);
        Assert.Equal(turns * Tokens, streams.Tokens);
        Assert.Equal(turns, streams.TimeToFirstToken.TotalCount);
        Assert.Equal(turns * (Tokens - 1), streams.TokenGaps.TotalCount);
        Assert.InRange(streams.TokensInTime, 0, streams.Tokens);
        RowCheck.AddsUp(row);
    }

    [Fact]
    public async Task Tools_called_by_a_provider_have_arguments_that_are_JSON()
    {
        await using var provider = await StartAsync(o =>
            o.Replies.When("[[user:").CallTool("get_weather", new { city = "Oslo" })
        );
        var tools = 0;
        var scenario = Scenario.Stream(
            "tools",
            user =>
                user.PostJson(
                    "/v1/chat/completions",
                    new
                    {
                        model = "m",
                        stream = true,
                        messages = new[] { new { role = "user", content = user.NextPrompt() } },
                        tools = new[]
                        {
                            new { type = "function", function = new { name = "get_weather" } },
                        },
                    }
                ),
            StreamFormat.OpenAiChat
        );
        scenario = scenario.Check(
            "calls a tool",
            reply => Interlocked.Add(ref tools, reply.Stream!.ToolCalls) > 0
        );

        var row = await Runs.RowAsync(
            new RemoteTarget(provider.BaseAddress.OriginalString),
            scenario
        );

        Assert.Empty(row.Errors);
        Assert.Equal(row.Successes + 1, tools);
        Assert.Equal(0, row.Streams!.Pieces);
        Assert.True(row.Streams.Tokens > 0);
    }

    [Fact]
    public async Task The_openai_scenarios_work_against_the_provider_itself()
    {
        await using var provider = await StartAsync();
        var target = new RemoteTarget(provider.BaseAddress.OriginalString);

        var plain = await Runs.RowAsync(target, GatewayScenarios.OpenAiChat());
        var streamed = await Runs.RowAsync(target, GatewayScenarios.OpenAiStreamedChat());

        Assert.Empty(plain.Errors);
        Assert.Null(plain.Streams);
        Assert.Empty(streamed.Errors);
        Assert.Equal(streamed.Successes, streamed.Streams!.TurnsWithUsage);
    }

    private const int Tokens = 50;

    private static Task<FakeProvider> StartAsync(Action<FakeProviderOptions>? configure = null) =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.None;
                configure?.Invoke(options);
            },
            Stop
        );

    private static HttpRequestMessage Post(User user, string path, string body)
    {
        var request = user.Get(path);
        request.Method = HttpMethod.Post;
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    private static async Task<string> PlainAsync(FakeProvider provider, string path, string body)
    {
        using var client = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(
            new Uri(provider.BaseAddress, path),
            content,
            Stop
        );
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Stop);
    }

    private static async Task<string> NextAsync(EventReader events, Stream body)
    {
        while (true)
        {
            if (events.TryNext(out var next))
            {
                return Encoding.UTF8.GetString(next.Data);
            }
            Assert.True(await events.ReadAsync(body, Stop).AsTask().WaitAsync(Patience, Stop));
        }
    }
}
