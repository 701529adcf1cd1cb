using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

/// <summary>What a caller sends, and what the provider then gets.</summary>
public sealed class CompletionPassingTests
{
    [Theory]
    [InlineData("temperature", "0.5")]
    [InlineData("top_p", "0.25")]
    [InlineData("frequency_penalty", "-1.5")]
    [InlineData("presence_penalty", "1.5")]
    [InlineData("max_completion_tokens", "7")]
    [InlineData("seed", "42")]
    [InlineData("stop", """["a","b"]""")]
    [InlineData("user", "\"me\"")]
    [InlineData("reasoning_effort", "\"low\"")]
    [InlineData("response_format", """{"type":"json_object"}""")]
    [InlineData(
        "response_format",
        """{"type":"json_schema","json_schema":{"name":"x","description":"y","schema":{"type":"object"},"strict":true}}"""
    )]
    [InlineData(
        "messages",
        """[{"role":"developer","content":"d"},{"role":"system","content":"s","name":"n"},{"role":"user","content":"u"}]"""
    )]
    [InlineData(
        "messages",
        """[{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"http://localhost/cat.png"}}]}]"""
    )]
    [InlineData(
        "messages",
        """[{"role":"user","content":"u"},{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{ \"a\" : 1.0 }"}}]},{"role":"tool","tool_call_id":"c1","content":"ok"}]"""
    )]
    public async Task It_gets_the_very_same_field(string field, string value)
    {
        var sent = await AskAsync(Body($"\"{field}\":{value}", field));

        Assert.Equal(
            JsonElement.Parse(value).GetRawText(),
            Same(sent.GetProperty(field), JsonElement.Parse(value))
        );
    }

    [Fact]
    public async Task It_gets_the_callers_tools()
    {
        const string Tools =
            """[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object","properties":{"a":{"type":"number"}}},"strict":true}}]""";
        const string Choice = """{"type":"function","function":{"name":"f"}}""";

        var sent = await AskAsync(
            Body(
                $$"""
                "tools":{{Tools}},"parallel_tool_calls":false,"tool_choice":{{Choice}}
                """
            )
        );

        Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(Tools), sent.GetProperty("tools")),
            sent.GetProperty("tools").GetRawText()
        );
        Assert.False(sent.GetProperty("parallel_tool_calls").GetBoolean());
        Assert.Equal("f", sent.GetProperty("tool_choice").GetProperty("function").Text("name"));
    }

    [Fact]
    public async Task The_older_name_of_the_maximum_gives_way_to_the_newer_one()
    {
        var older = await AskAsync(Body("\"max_tokens\":3"));
        var both = await AskAsync(Body("\"max_tokens\":3,\"max_completion_tokens\":9"));

        Assert.Equal(3, older.GetProperty("max_completion_tokens").GetInt32());
        Assert.Equal(9, both.GetProperty("max_completion_tokens").GetInt32());
    }

    [Fact]
    public async Task What_SDKs_send_beside_that_is_no_reason_to_refuse()
    {
        await AskAsync(
            Body(
                """
                "n":1,"logprobs":false,"top_logprobs":null,"modalities":["text"],"store":false,
                "metadata":{"a":"b"},"service_tier":"auto","logit_bias":{},"functions":[],
                "stop":null,"tools":null,"prediction":null,"something_new":[1,2]
                """
            )
        );
    }

    [Fact]
    public async Task A_single_stop_is_a_list_of_one()
    {
        var sent = await AskAsync(Body("\"stop\":\"END\""));

        Assert.Equal("""["END"]""", sent.GetProperty("stop").GetRawText());
    }

    // A request with these members beside what every request has.
    private static string Body(string members, string given = "") =>
        given is "messages"
            ? $$"""{"model":"gpt-4o-mini",{{members}}}"""
            : $$"""{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hi"}],{{members}}}""";

    // Numbers and order of members as the caller wrote them, if both mean the same.
    private static string Same(JsonElement sent, JsonElement expected) =>
        JsonElement.DeepEquals(sent, expected) ? expected.GetRawText() : sent.GetRawText();

    private static async Task<JsonElement> AskAsync(string body)
    {
        await using var upstream = await Upstream.StartAsync();
        var sent = new TaskCompletionSource<JsonElement>();
        upstream.Chat = async context =>
        {
            sent.SetResult(
                await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted)
            );
            await Completion.WriteAsync(context, "Fine.");
        };
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();
        using var response = await client.PostAsync(
            "/v1/chat/completions",
            TestGateway.Json(body),
            TestContext.Current.CancellationToken
        );
        var answer = await response.JsonAsync();
        Assert.True(response.IsSuccessStatusCode, answer.GetRawText());
        Assert.Equal("chat.completion", answer.Text("object"));
        return await sent.Task;
    }
}
