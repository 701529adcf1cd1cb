using System.Text.Json;

namespace Gateway.Tests;

/// <summary>Errors in OpenAI's form, each with the field that is to blame.</summary>
public sealed class CompletionErrorTests
{
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
            ["messages"] = JsonElement.Parse(Completions.Messages),
        };
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonElement.Parse(value);
        }

        using var response = await Completions.PostAsync(client, JsonSerializer.Serialize(body));

        var error = await Completions.ErrorAsync(response, 400);
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

        using var response = await Completions.PostAsync(client, body);

        var error = await Completions.ErrorAsync(response, 400);
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

        using var response = await Completions.PostAsync(client, $"\"{new string('x', 3000)}\"");

        var error = await Completions.ErrorAsync(response, 413);
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

        await Completions.ErrorAsync(response, 405);
    }
}
