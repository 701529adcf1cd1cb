using System.Net;
using System.Text.Json;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class ResponsesTests
{
    private const string Path = "v1/responses";

    [Fact]
    public async Task A_response_has_every_field_of_OpenAIs_format()
    {
        var clock = new ManualTimeProvider();
        await using var client = await ProviderClient.StartAsync(o => o.TimeProvider = clock);

        var response = await AskAsync(client, """{"model":"m","input":"hello world"}""");

        Assert.StartsWith("resp_", Text(response, "id"), StringComparison.Ordinal);
        Assert.Equal("response", Text(response, "object"));
        Assert.Equal(
            clock.GetUtcNow().ToUnixTimeSeconds(),
            response.GetProperty("created_at").GetInt64()
        );
        Assert.Equal("completed", Text(response, "status"));
        Assert.Equal("m", Text(response, "model"));
        foreach (var name in new[] { "error", "incomplete_details", "instructions", "user" })
        {
            Assert.Equal(JsonValueKind.Null, response.GetProperty(name).ValueKind);
        }
        Assert.Equal("auto", Text(response, "tool_choice"));
        Assert.Equal(0, response.GetProperty("tools").GetArrayLength());
        var item = Assert.Single(response.GetProperty("output").EnumerateArray());
        Assert.StartsWith("msg_", Text(item, "id"), StringComparison.Ordinal);
        Assert.Equal("message", Text(item, "type"));
        Assert.Equal("assistant", Text(item, "role"));
        Assert.Equal("completed", Text(item, "status"));
        var part = Assert.Single(item.GetProperty("content").EnumerateArray());
        Assert.Equal("output_text", Text(part, "type"));
        Assert.Equal(50, Text(part, "text").Split(' ').Length);
        Assert.Equal(0, part.GetProperty("annotations").GetArrayLength());
        var usage = response.GetProperty("usage");
        Assert.Equal(3 + 4 + 2, usage.GetProperty("input_tokens").GetInt32());
        Assert.Equal(50, usage.GetProperty("output_tokens").GetInt32());
        Assert.Equal(59, usage.GetProperty("total_tokens").GetInt32());
        var (input, output) = ("input_tokens_details", "output_tokens_details");
        Assert.Equal(0, usage.GetProperty(input).GetProperty("cached_tokens").GetInt32());
        Assert.Equal(0, usage.GetProperty(output).GetProperty("reasoning_tokens").GetInt32());
    }

    [Theory]
    [InlineData(7, "incomplete", 7)]
    [InlineData(50, "completed", 50)]
    [InlineData(5000, "completed", 50)]
    public async Task The_requests_maximum_cuts_the_reply(int maximum, string status, int tokens)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await AskAsync(
            client,
            $$"""{"model":"m","input":"hi","max_output_tokens":{{maximum}}}"""
        );

        Assert.Equal(status, Text(response, "status"));
        Assert.Equal(status, Text(response.GetProperty("output")[0], "status"));
        Assert.Equal(maximum, response.GetProperty("max_output_tokens").GetInt32());
        var usage = response.GetProperty("usage");
        Assert.Equal(tokens, usage.GetProperty("output_tokens").GetInt32());
        var details = response.GetProperty("incomplete_details");
        if (status == "incomplete")
        {
            Assert.Equal("max_output_tokens", Text(details, "reason"));
        }
        else
        {
            Assert.Equal(JsonValueKind.Null, details.ValueKind);
        }
    }

    [Theory]
    [InlineData(""" "input":"hello world" """, 3 + 4 + 2)]
    [InlineData(""" "input":"hello world","instructions":"Be brief" """, 3 + 4 + 2 + 4 + 2)]
    [InlineData(""" "instructions":null,"input":"hello" """, 3 + 4 + 1)]
    [InlineData(""" "input":[{"role":"user","content":"hello world"}] """, 3 + 4 + 2)]
    [InlineData(
        """
            "input":[{"type":"message","role":"user","content":[{"type":"input_text","text":"hello"},
            {"type":"input_image","image_url":"data:image/png;base64,AAAABBBBCCCC"}]}]
            """,
        3 + 4 + 1
    )]
    [InlineData(
        """
            "input":[{"role":"user","content":"hello"},
            {"type":"message","id":"msg_1","status":"completed","role":"assistant",
             "content":[{"type":"output_text","text":"one two","annotations":[]}]},
            {"type":"reasoning","id":"rs_1","summary":[]},
            {"type":"function_call","call_id":"call_1","name":"add","arguments":"{\"a\": 1}"},
            {"type":"function_call_output","call_id":"call_1","output":"2"}]
            """,
        3 + 5 * 4 + 1 + 2 + 1 + 2 + 1
    )]
    public async Task Tokens_are_counted_by_the_one_rule(string fields, int expected)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await AskAsync(client, $$"""{"model":"m",{{fields}}}""");

        var usage = response.GetProperty("usage");
        Assert.Equal(expected, usage.GetProperty("input_tokens").GetInt32());
    }

    [Fact]
    public async Task What_the_request_sets_is_repeated_on_one_line()
    {
        await using var client = await ProviderClient.StartAsync();
        const string Fields = """
            "instructions":"Be\nbrief","max_output_tokens":9,"metadata":{"a":
              "b"},"parallel_tool_calls":false,"previous_response_id":"resp_1",
            "reasoning":{"effort":"low"},"temperature":0.25,"text":{"format":{"type":"json_object"}},
            "tool_choice":"none","tools":[{"type":"function","name":"add",
              "parameters":{"type":"object"}}],"top_p":0.5,"truncation":"auto","user":"é"
            """;

        var whole = await AskAsync(client, $$"""{"model":"m","input":"hi",{{Fields}}}""");
        var events = await ServerEvent.ReadAsync(
            await client.PostAsync(
                Path,
                $$"""{"model":"m","input":"hi","stream":true,{{Fields}}}"""
            )
        );

        var expected = JsonDocument.Parse($"{{{Fields}}}").RootElement;
        Assert.Equal(13, expected.EnumerateObject().Count());
        foreach (var field in expected.EnumerateObject())
        {
            Assert.True(JsonElement.DeepEquals(field.Value, whole.GetProperty(field.Name)));
            var streamed = events[0].Json.GetProperty("response").GetProperty(field.Name);
            Assert.True(JsonElement.DeepEquals(field.Value, streamed), field.Name);
        }
    }

    [Fact]
    public async Task Replies_depend_on_input_and_instructions_and_on_nothing_else()
    {
        await using var client = await ProviderClient.StartAsync();

        async Task<string> Reply(string fields) =>
            OutputText(await AskAsync(client, $$"""{"model":"m",{{fields}}}"""));

        var reply = await Reply(""" "input":"hi","instructions":"x" """);
        Assert.Equal(reply, await Reply(""" "instructions":"\u0078","input":"hi","top_p":0.5 """));
        Assert.NotEqual(reply, await Reply(""" "input":"hi" """));
        Assert.NotEqual(reply, await Reply(""" "input":"hi","instructions":"y" """));
        Assert.NotEqual(reply, await Reply(""" "input":"x","instructions":"hi" """));
    }

    [Theory]
    [InlineData("v1/responses")]
    [InlineData("openai/v1/responses?api-version=preview")]
    public async Task Azures_path_leads_to_the_same(string path)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(path, """{"model":"m","input":"hi"}""");

        Assert.Equal("response", Text(await response.JsonAsync(), "object"));
    }

    [Fact]
    public async Task Its_limits_are_those_of_the_key()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.RateLimit.RequestsPerMinute = 1
        );
        await client.AskAsync("hello");

        var response = await client.PostAsync(Path, """{"model":"m","input":"hi"}""");

        Assert.Equal("0", response.Header("x-ratelimit-remaining-requests"));
        var error = await response.ErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal("rate_limit_exceeded", error.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""" "stream":true, """)]
    public async Task Damaged_bodies_get_proper_answers(string stream)
    {
        await using var client = await ProviderClient.StartAsync();

        await BodyFuzz.AnswersProperlyAsync(
            client,
            Path,
            [
                $$$"""{{{{stream}}}"model":"m","input":"hi","instructions":"x","user":"u\n"}""",
                $$$"""
                {{{{stream}}}"model":"m","tools":[{"type":"function","name":"add","parameters":{}}],
                "tool_choice":{"type":"function","name":"add"},"max_output_tokens":9,
                "metadata":{"a":"\u00e9"},"input":[{"role":"user","content":"hi"},
                {"type":"function_call","call_id":"c","name":"add","arguments":"{}"},
                {"type":"function_call_output","call_id":"c","output":[
                {"type":"input_text","text":"3"}]}]}
                """,
                $$$"""
                {{{{stream}}}"model":"m","temperature":0.5,"input":[{"type":"message",
                "role":"assistant","content":[{"type":"output_text","text":"a","annotations":[]},
                {"type":"refusal","refusal":"no"}]},{"role":"user","content":[
                {"type":"input_text","text":"b"},{"type":"input_image","image_url":"x"}]}]}
                """,
            ],
            count: 2_000
        );
    }

    private static async Task<JsonElement> AskAsync(ProviderClient client, string body) =>
        await (await client.PostAsync(Path, body)).JsonAsync();

    private static string Text(JsonElement element, string property) =>
        element.GetProperty(property).GetString()!;

    private static string OutputText(JsonElement response) =>
        Text(response.GetProperty("output")[0].GetProperty("content")[0], "text");
}
