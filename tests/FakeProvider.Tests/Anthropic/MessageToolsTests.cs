using System.Net;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class MessageToolsTests
{
    private const string Tools = """
        "tools":[
            {"type":"web_search_20250305","name":"web_search"},
            {"name":"get_weather","input_schema":{"type":"object","properties":{"city":{"type":"string","minLength":2}},"required":["city"]}},
            {"name":"get_time","input_schema":{"type":"object"}}
        ]
        """;

    private const string Asked = """{"role":"user","content":"How is the weather?"}""";

    [Theory]
    [InlineData("""{"type":"any"}""", "get_weather", """{"city":"aa"}""")]
    [InlineData("""{"type":"tool","name":"get_time"}""", "get_time", "{}")]
    public async Task A_demanded_tool_is_called(string choice, string name, string input)
    {
        await using var client = await ProviderClient.StartAsync();

        var message = await client.MessageAsync(Body(Asked, choice));

        var block = Assert.Single(message.GetProperty("content").EnumerateArray());
        Assert.Equal("tool_use", block.GetProperty("type").GetString());
        Assert.StartsWith("toolu_", block.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(name, block.GetProperty("name").GetString());
        Assert.Equal(input, block.GetProperty("input").GetRawText());
        Assert.Equal("tool_use", message.GetProperty("stop_reason").GetString());
    }

    [Theory]
    [InlineData("""{"type":"auto"}""")]
    [InlineData("""{"type":"none"}""")]
    public async Task Otherwise_none_is_called(string choice)
    {
        await using var client = await ProviderClient.StartAsync();

        var message = await client.MessageAsync(Body(Asked, choice));

        Assert.Equal(50, MessagesApi.TextOf(message).Split(' ').Length);
    }

    [Fact]
    public async Task After_the_tools_result_a_demand_is_met()
    {
        await using var client = await ProviderClient.StartAsync();
        var call = await client.MessageAsync(Body(Asked, """{"type":"any"}"""));
        var blocks = call.GetProperty("content").GetRawText();
        var id = call.GetProperty("content")[0].GetProperty("id").GetString();
        var messages = $$"""
            {{Asked}},
            {"role":"assistant","content":{{blocks}}},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"{{id}}","content":"Sunny."}]}
            """;

        var message = await client.MessageAsync(Body(messages, """{"type":"any"}"""));

        Assert.Equal("end_turn", message.GetProperty("stop_reason").GetString());
    }

    [Fact]
    public async Task A_streamed_call_comes_in_fragments_of_which_the_first_is_empty()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Replies.When("weather").CallTool("get_weather", new { city = "Oslo", days = 2 })
        );

        var events = await MessagesApi.EventsAsync(
            await client.PostAsync(
                MessagesApi.Path,
                Body(Asked, """{"type":"auto"}""")
                    .Replace("{\"model\"", "{\"stream\":true,\"model\"")
            )
        );

        var block = events[1].Data.GetProperty("content_block");
        Assert.Equal("tool_use", block.GetProperty("type").GetString());
        Assert.Equal("{}", block.GetProperty("input").GetRawText());
        var fragments = events
            .Where(e => e.EventType == "content_block_delta")
            .Select(e => e.Data.GetProperty("delta"))
            .ToArray();
        Assert.All(
            fragments,
            delta => Assert.Equal("input_json_delta", delta.GetProperty("type").GetString())
        );
        var texts = fragments.Select(d => d.GetProperty("partial_json").GetString()).ToArray();
        Assert.Equal("", texts[0]);
        Assert.True(texts.Length > 2, $"{texts.Length} fragments");
        Assert.Equal("""{"city":"Oslo","days":2}""", string.Concat(texts));
        Assert.Equal(
            "tool_use",
            events[^2].Data.GetProperty("delta").GetProperty("stop_reason").GetString()
        );
    }

    [Fact]
    public async Task Arguments_that_a_script_spoilt_leave_the_body_JSON()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Replies.When("weather").CallTool("get_weather", "{\"city\": ")
        );

        var message = await client.MessageAsync(Body(Asked, """{"type":"auto"}"""));

        var input = message.GetProperty("content")[0].GetProperty("input");
        Assert.Equal(JsonValueKind.String, input.ValueKind);
        Assert.Equal("{\"city\": ", input.GetString());
    }

    [Fact]
    public async Task Calls_are_made_one_at_a_time_where_the_request_wants_that()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Replies.When("weather").CallTool("get_weather").AndCallTool("get_time")
        );

        var both = await client.MessageAsync(Body(Asked, """{"type":"auto"}"""));
        var one = await client.MessageAsync(
            Body(Asked, """{"type":"auto","disable_parallel_tool_use":true}""")
        );

        Assert.Equal(2, both.GetProperty("content").GetArrayLength());
        Assert.Equal(1, one.GetProperty("content").GetArrayLength());
    }

    [Theory]
    [InlineData("\"tool_choice\":{\"type\":\"any\"}", "tool_choice")]
    [InlineData("\"tools\":{}", "tools")]
    [InlineData("\"tools\":[7]", "tools.0")]
    [InlineData("\"tools\":[{\"input_schema\":{}}]", "tools.0.name: Field required")]
    [InlineData("\"tools\":[{\"name\":\"f\"}]", "tools.0.input_schema: Field required")]
    [InlineData("\"tools\":[{\"name\":\"f\",\"input_schema\":7}]", "tools.0.input_schema")]
    [InlineData($"{Tools},\"tool_choice\":\"any\"", "tool_choice")]
    [InlineData($"{Tools},\"tool_choice\":{{}}", "tool_choice.type: Field required")]
    [InlineData($"{Tools},\"tool_choice\":{{\"type\":\"some\"}}", "auto, any, tool, none")]
    [InlineData(
        $"{Tools},\"tool_choice\":{{\"type\":\"tool\"}}",
        "tool_choice.name: Field required"
    )]
    [InlineData($"{Tools},\"tool_choice\":{{\"type\":\"tool\",\"name\":\"x\"}}", "tool_choice")]
    public async Task A_bad_offer_is_named(string properties, string expected)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(
            MessagesApi.Path,
            $$"""{"model":"m","max_tokens":99,"messages":[{{Asked}}],{{properties}}}"""
        );

        var error = await response.ClaudeErrorAsync(HttpStatusCode.BadRequest);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static string Body(string messages, string choice) =>
        $$"""{"model":"m","max_tokens":99,"messages":[{{messages}}],"tool_choice":{{choice}},{{Tools}}}""";
}
