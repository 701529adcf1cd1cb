using System.Text.Json;

namespace Gateway.Tests;

/// <summary>Errors in OpenAI's form, each with the field that is to blame.</summary>
public sealed class CompletionErrorTests
{
    private const string Messages = """[{"role":"user","content":"Hi"}]""";

    [Theory]
    [InlineData("model", null, "model is missing: a string is expected.")]
    [InlineData("model", "7", "model is 7: a string of valid Unicode is expected.")]
    [InlineData("messages", null, "messages is missing: an array of messages is expected.")]
    [InlineData("messages", "[]", "messages is []: at least one message is expected.")]
    [InlineData("messages", "{}", "messages is {}: an array is expected.")]
    [InlineData("temperature", "2.5", "temperature is 2.5: a number from 0 to 2 is expected.")]
    [InlineData("temperature", "\"hot\"", "temperature is \"hot\": a number from 0 to 2")]
    [InlineData("top_p", "-1", "top_p is -1: a number from 0 to 1 is expected.")]
    [InlineData("max_tokens", "0", "max_tokens is 0: a whole number from 1 to 2147483647")]
    [InlineData("max_completion_tokens", "1.5", "max_completion_tokens is 1.5: a whole number")]
    [InlineData("seed", "\"x\"", "seed is \"x\": a whole number")]
    [InlineData("stream", "1", "stream is 1: true or false is expected.")]
    [InlineData("stream_options", "{}", "stream_options is {}: it is allowed only where stream")]
    [InlineData("stop", "[\"a\",\"b\",\"c\",\"d\",\"e\"]", "at most 4 strings are expected.")]
    [InlineData("stop", "[1]", "stop[0] is 1: a string", "stop[0]")]
    [InlineData("n", "2", "n is 2: only 1 is supported.")]
    [InlineData("logprobs", "true", "logprobs is true: only false is supported.")]
    [InlineData("modalities", "[\"audio\"]", """only ["text"] is supported.""")]
    [InlineData("functions", "[{}]", "functions is [{}]: tools are supported instead.")]
    [InlineData("user", "{}", "user is {}: a string")]
    [InlineData("reasoning_effort", "\"huge\"", "none, low, medium, high or xhigh is expected.")]
    [InlineData(
        "response_format",
        """{"type":"xml"}""",
        "response_format.type is \"xml\": text, json_object or json_schema is expected.",
        "response_format.type"
    )]
    [InlineData(
        "response_format",
        """{"type":"json_schema","json_schema":{"name":"x"}}""",
        "response_format.json_schema.schema is missing",
        "response_format.json_schema.schema"
    )]
    [InlineData("tools", """[{"type":"retrieval"}]""", "function is expected.", "tools[0].type")]
    [InlineData("tool_choice", "\"auto\"", "it is allowed only where there are tools.")]
    [InlineData("tool_choice", "\"any\"", "none, auto, required or a function")]
    [InlineData("parallel_tool_calls", "[]", "parallel_tool_calls is []: true or false")]
    [InlineData(
        "messages",
        """[{"role":"king","content":"x"}]""",
        "messages[0].role is \"king\": system, developer, user, assistant or tool is expected.",
        "messages[0].role"
    )]
    [InlineData(
        "messages",
        """[{"role":"user"}]""",
        "messages[0].content is missing: a string or an array of parts is expected.",
        "messages[0].content"
    )]
    [InlineData(
        "messages",
        """[{"role":"user","content":[{"type":"video"}]}]""",
        "text, image_url or input_audio is expected.",
        "messages[0].content[0].type"
    )]
    [InlineData(
        "messages",
        """[{"role":"user","content":[{"type":"image_url","image_url":{"url":"cat.png"}}]}]""",
        "an absolute http or https URL, or a data URL of an image, is expected.",
        "messages[0].content[0].image_url.url"
    )]
    [InlineData(
        "messages",
        """[{"role":"assistant"}]""",
        "messages[0].content is missing",
        "messages[0].content"
    )]
    [InlineData(
        "messages",
        """[{"role":"assistant","tool_calls":[{"id":"1","function":{"name":"f"}}]}]""",
        "messages[0].tool_calls[0].function.arguments is missing: a string is expected.",
        "messages[0].tool_calls[0].function.arguments"
    )]
    [InlineData(
        "messages",
        """[{"role":"tool","content":"x"}]""",
        "messages[0].tool_call_id is missing",
        "messages[0].tool_call_id"
    )]
    [InlineData(
        "messages",
        """[{"role":"assistant","tool_calls":[{"id":"","function":{"name":"f","arguments":"{}"}}]}]""",
        "messages[0].tool_calls[0].id is \"\": a string that is not empty is expected.",
        "messages[0].tool_calls[0].id"
    )]
    [InlineData(
        "messages",
        """[{"role":"assistant","tool_calls":[{"id":"1","function":{"name":"","arguments":"{}"}}]}]""",
        "messages[0].tool_calls[0].function.name is \"\": a string that is not empty is expected.",
        "messages[0].tool_calls[0].function.name"
    )]
    [InlineData(
        "messages",
        """[{"role":"tool","tool_call_id":"","content":"x"}]""",
        "messages[0].tool_call_id is \"\": a string that is not empty is expected.",
        "messages[0].tool_call_id"
    )]
    [InlineData(
        "tools",
        """[{"type":"function","function":{"name":""}}]""",
        "tools[0].function.name is \"\": a string that is not empty is expected.",
        "tools[0].function.name"
    )]
    public async Task A_bad_field_is_refused_by_its_path_with_its_value_and_what_is_allowed(
        string field,
        string? value,
        string expected,
        string? param = null
    )
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();
        var body = new Dictionary<string, JsonElement>
        {
            ["model"] = JsonSerializer.SerializeToElement("gpt-4o-mini"),
            ["messages"] = JsonElement.Parse(Messages),
        };
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonElement.Parse(value);
        }

        using var response = await PostAsync(client, JsonSerializer.Serialize(body));

        var error = await ErrorAsync(response, 400);
        Assert.Contains(expected, error.Text("message"), StringComparison.Ordinal);
        Assert.Equal("invalid_request_error", error.Text("type"));
        Assert.Equal(param ?? field, error.Text("param"));
        Assert.Equal(0, upstream.ChatCount);
    }

    [Theory]
    [InlineData("{", "body is no JSON (line 1, byte 2): a JSON object with model and messages")]
    [InlineData("[]", "body is []: an object is expected.")]
    [InlineData(
        """{"\ud800\ud800":1}""",
        "body has a name that is no valid Unicode: a JSON object"
    )]
    public async Task A_body_that_is_no_object_is_refused(string body, string expected)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        using var response = await PostAsync(client, body);

        var error = await ErrorAsync(response, 400);
        Assert.StartsWith(expected, error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Completions:MaxBodyBytes", "2000")
        );
        using var client = gateway.Connect();

        using var response = await PostAsync(client, $"\"{new string('x', 3000)}\"");

        var error = await ErrorAsync(response, 413);
        Assert.Contains("at most 2000 bytes", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_has_OpenAIs_form_too()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        using var response = await client.GetAsync(
            "/v1/chat/completions",
            TestContext.Current.CancellationToken
        );

        await ErrorAsync(response, 405);
    }

    [Theory]
    [InlineData("retry-after-ms", "1200", "2", "1200")]
    [InlineData("retry-after", "7", "7", "7000")]
    public async Task A_429_of_the_provider_is_passed_on_with_both_headers(
        string header,
        string value,
        string seconds,
        string milliseconds
    )
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers[header] = value;
            return Task.CompletedTask;
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Resilience:MaxRetries", "0")
        );
        using var client = gateway.Connect();

        using var response = await PostAsync(client, Request());

        var error = await ErrorAsync(response, 429);
        Assert.Equal("rate_limit_exceeded", error.Text("code"));
        Assert.Equal(seconds, response.Headers.RetryAfter?.ToString());
        Assert.Equal(milliseconds, Assert.Single(response.Headers.GetValues("retry-after-ms")));
        var metrics = await client.MetricsAsync();
        Assert.Equal(
            1,
            metrics.Value("gateway_completion_requests_total", ("outcome", "rate_limited"))
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_provider_that_fails_before_its_answer_is_a_server_error(bool stream)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Resilience:MaxRetries", "0")
        );
        using var client = gateway.Connect();

        using var response = await PostAsync(client, Request(stream));

        var error = await ErrorAsync(response, 502);
        Assert.Equal("server_error", error.Text("type"));
        Assert.Equal("provider_error", error.Text("code"));
    }

    [Fact]
    public async Task A_provider_that_fails_in_its_answer_is_an_error_without_DONE()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Send(Chunk.Text("Hel"));
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Resilience:MaxRetries", "0")
        );
        using var client = gateway.Connect();

        using var events = await EventReader.PostAsync(
            client,
            "/v1/chat/completions",
            Request(stream: true),
            TestContext.Current.CancellationToken
        );
        Assert.NotNull(await events.NextAsync());
        Assert.NotNull(await events.NextAsync());
        feed.Cut();
        var last = Assert.Single(await events.RestAsync());

        Assert.Equal("", last.Name);
        var error = last.Json.GetProperty("error");
        Assert.Equal("provider_stream_cut", error.Text("code"));
        Assert.Equal("server_error", error.Text("type"));
    }

    private static string Request(bool stream = false) =>
        $$"""{"model":"gpt-4o-mini","messages":{{Messages}},"stream":{{(stream ? "true" : "false")}}}""";

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string body) =>
        client.PostAsync(
            "/v1/chat/completions",
            TestGateway.Json(body),
            TestContext.Current.CancellationToken
        );

    private static async Task<JsonElement> ErrorAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var error = (await response.JsonAsync()).GetProperty("error");
        Assert.Equal(
            ["message", "type", "param", "code"],
            error.EnumerateObject().Select(field => field.Name)
        );
        return error;
    }
}
