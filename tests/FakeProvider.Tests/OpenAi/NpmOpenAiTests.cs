using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

/// <summary>npm's unmodified openai is the judge of the wire format.</summary>
public sealed class NpmOpenAiTests
{
    [Fact]
    public async Task The_SDK_reads_a_completion()
    {
        var completion = await RunAsync("plain");

        var choice = completion.GetProperty("choices")[0];
        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
        Assert.Equal(50, Content(choice).Split(' ').Length);
        Assert.Equal(
            50,
            completion.GetProperty("usage").GetProperty("completion_tokens").GetInt32()
        );
    }

    [Fact]
    public async Task The_SDK_reads_a_stream_with_its_usage()
    {
        var chunks = (await RunAsync("stream")).EnumerateArray().ToList();

        // The role, 50 words, the ending, the usage.
        Assert.Equal(53, chunks.Count);
        Assert.Single(chunks.Select(chunk => chunk.GetProperty("id").GetString()).Distinct());
        Assert.All(
            chunks.SkipLast(1),
            chunk => Assert.Equal(JsonValueKind.Null, chunk.GetProperty("usage").ValueKind)
        );
        Assert.Empty(chunks[^1].GetProperty("choices").EnumerateArray());
        Assert.Equal(
            50,
            chunks[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32()
        );
    }

    [Theory]
    [InlineData("call")]
    [InlineData("streamedCall")]
    public async Task The_SDK_reads_a_tool_call(string command)
    {
        var choice = (await RunAsync(command)).GetProperty("choices")[0];

        Assert.Equal("tool_calls", choice.GetProperty("finish_reason").GetString());
        var call = Assert.Single(
            choice.GetProperty("message").GetProperty("tool_calls").EnumerateArray()
        );
        Assert.Equal("function", call.GetProperty("type").GetString());
        var function = call.GetProperty("function");
        Assert.Equal("get_weather", function.GetProperty("name").GetString());
        Assert.Equal("""{"city":"","days":1}""", function.GetProperty("arguments").GetString());
    }

    [Fact]
    public async Task An_agent_that_has_to_call_a_tool_calls_it_once_and_ends()
    {
        var run = await RunAsync("agent");

        Assert.Equal("""[{"city":"","days":1}]""", run.GetProperty("calls").GetRawText());
        Assert.Equal(50, run.GetProperty("text").GetString()!.Split(' ').Length);
        Assert.Equal("""["user","assistant","tool","assistant"]""", Roles(run));
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("streamedAgent")]
    public async Task An_agent_follows_its_script_through_several_calls(string command)
    {
        var run = await RunAsync(
            command,
            o =>
                o.Replies.When("weather")
                    .CallTool("get_weather", new { city = "Oslo", days = 1 })
                    .CallTool("get_weather", new { city = "Rome", days = 2 })
                    .AndCallTool("get_weather", new { city = "Bonn", days = 3 })
                    .Then("It is sunny.")
        );

        Assert.Equal(
            """[{"city":"Oslo","days":1},{"city":"Rome","days":2},{"city":"Bonn","days":3}]""",
            run.GetProperty("calls").GetRawText()
        );
        Assert.Equal("It is sunny.", run.GetProperty("text").GetString());
        Assert.Equal(
            """["user","assistant","tool","assistant","tool","tool","assistant"]""",
            Roles(run)
        );
    }

    [Fact]
    public async Task The_SDK_finds_models()
    {
        var models = await RunAsync("models");

        var names = models.GetProperty("names").EnumerateArray().Select(name => name.GetString());
        Assert.Contains("gpt-4o-mini", names);
        Assert.Equal("gpt-4o", models.GetProperty("one").GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_SDK_tells_errors_apart()
    {
        var errors = await RunAsync("errors", o => o.Models["tiny"] = 5);

        Check(errors.GetProperty("badRequest"), "BadRequestError", 400, "empty_array");
        Check(errors.GetProperty("tooLong"), "BadRequestError", 400, "context_length_exceeded");
        Check(errors.GetProperty("notFound"), "NotFoundError", 404, "model_not_found");
        Check(errors.GetProperty("unknownPath"), "NotFoundError", 404, "unknown_url");
    }

    [Fact]
    public async Task The_SDK_sees_a_limit_that_waiting_lifts_and_one_that_it_does_not()
    {
        await using var provider = await StartAsync(o => o.RateLimit.RequestsPerMinute = 1);
        await NpmOpenAi.RunAsync(provider.BaseAddress, "plain");

        var refused = await NpmOpenAi.RunAsync(provider.BaseAddress, "refused");
        var tooLarge = await RunAsync("refused", o => o.RateLimit.TokensPerMinute = 5);

        Check(refused, "RateLimitError", 429, "rate_limit_exceeded");
        Assert.Equal("requests", refused.GetProperty("type").GetString());
        Check(tooLarge, "RateLimitError", 429, "rate_limit_exceeded");
        Assert.Equal("tokens", tooLarge.GetProperty("type").GetString());
    }

    private static void Check(JsonElement error, string name, int status, string code)
    {
        Assert.Equal(name, error.GetProperty("name").GetString());
        Assert.Equal(status, error.GetProperty("status").GetInt32());
        Assert.Equal(code, error.GetProperty("code").GetString());
    }

    private static string Content(JsonElement choice) =>
        choice.GetProperty("message").GetProperty("content").GetString()!;

    private static string Roles(JsonElement run) => run.GetProperty("roles").GetRawText();

    private static async Task<JsonElement> RunAsync(
        string command,
        Action<FakeProviderOptions>? configure = null
    )
    {
        await using var provider = await StartAsync(configure);
        return await NpmOpenAi.RunAsync(provider.BaseAddress, command);
    }

    private static Task<FakeProvider> StartAsync(Action<FakeProviderOptions>? configure) =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.None;
                configure?.Invoke(options);
            },
            TestContext.Current.CancellationToken
        );
}
