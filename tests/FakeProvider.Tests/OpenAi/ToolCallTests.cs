using System.Net;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class ToolCallTests
{
    private const string Tool = """
        {"type":"function","function":{"name":"add","parameters":{"type":"object",
         "properties":{"a":{"type":"integer"},"b":{"type":"string"}},"required":["a"]}}}
        """;

    private const string Other = """{"type":"function","function":{"name":"other"}}""";
    private const string Custom = """{"type":"custom","custom":{"name":"grammar"}}""";
    private const string Question = """{"role":"user","content":"hi"}""";

    [Theory]
    [InlineData("""{"tool_choice":"required"}""", "add")]
    [InlineData("""{"tool_choice":{"type":"function","function":{"name":"other"}}}""", "other")]
    public async Task A_demanded_tool_is_called(string extra, string expected)
    {
        await using var client = await ProviderClient.StartAsync();

        var completion = await AskAsync(client, extra);

        var choice = completion.GetProperty("choices")[0];
        Assert.Equal("tool_calls", choice.GetProperty("finish_reason").GetString());
        var message = choice.GetProperty("message");
        Assert.Equal(JsonValueKind.Null, message.GetProperty("content").ValueKind);
        var call = Assert.Single(message.GetProperty("tool_calls").EnumerateArray());
        Assert.StartsWith("call_", call.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("function", call.GetProperty("type").GetString());
        var function = call.GetProperty("function");
        Assert.Equal(expected, function.GetProperty("name").GetString());
        Assert.Equal(
            expected == "add" ? """{"a":0}""" : "{}",
            function.GetProperty("arguments").GetString()
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"tool_choice":null,"parallel_tool_calls":false}""")]
    [InlineData("""{"tool_choice":"auto"}""")]
    [InlineData("""{"tool_choice":"none"}""")]
    public async Task Offered_tools_alone_are_not_called(string extra)
    {
        await using var client = await ProviderClient.StartAsync();

        var choice = (await AskAsync(client, extra)).GetProperty("choices")[0];

        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
        Assert.False(choice.GetProperty("message").TryGetProperty("tool_calls", out _));
    }

    [Fact]
    public async Task After_the_tools_result_the_reply_is_text_until_the_user_asks_again()
    {
        await using var client = await ProviderClient.StartAsync();
        const string Answered =
            Question
            + """,{"role":"assistant","tool_calls":[]},{"role":"tool","content":"4","tool_call_id":"c"}""";
        const string Demand = """{"tool_choice":"required"}""";

        var answered = await AskAsync(client, Demand, Answered);
        var again = await AskAsync(client, Demand, $"{Answered},{Question}");

        Assert.Equal("stop", Finish(answered));
        Assert.Equal("tool_calls", Finish(again));
    }

    [Fact]
    public async Task Calls_have_ids_of_their_own()
    {
        await using var client = await ProviderClient.StartAsync();
        const string Twice = """{"tool_choice":"required","n":2}""";

        JsonElement[] answers = [await AskAsync(client, Twice), await AskAsync(client, Twice)];

        var ids = answers
            .SelectMany(answer => answer.GetProperty("choices").EnumerateArray())
            .Select(choice => choice.GetProperty("message").GetProperty("tool_calls")[0])
            .Select(call => call.GetProperty("id").GetString());
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_call_is_streamed_as_its_name_and_then_its_arguments()
    {
        await using var scripted = await ProviderClient.StartAsync(o =>
            o.Replies.When("hi").CallTool("add", new { a = 1, b = "two" }).AndCallTool("other")
        );

        var chunks = await StreamAsync(scripted);

        var deltas = chunks.Select(c => c.GetProperty("choices")[0].GetProperty("delta")).ToList();
        Assert.Equal(JsonValueKind.Null, deltas[0].GetProperty("content").ValueKind);
        var calls = deltas.Skip(1).SkipLast(1).Select(d => d.GetProperty("tool_calls")[0]).ToList();
        foreach (var (index, name, arguments) in Expected)
        {
            var fragments = calls.Where(c => c.GetProperty("index").GetInt32() == index).ToList();
            Assert.Equal(
                name,
                fragments[0].GetProperty("function").GetProperty("name").GetString()
            );
            Assert.Equal("function", fragments[0].GetProperty("type").GetString());
            Assert.All(
                fragments.Skip(1),
                fragment => Assert.False(fragment.TryGetProperty("id", out _))
            );
            Assert.Equal("", Arguments(fragments[0]));
            Assert.Equal(arguments, string.Concat(fragments.Select(Arguments)));
        }
        Assert.True(calls.Count(c => c.GetProperty("index").GetInt32() == 0) > 2);
        Assert.Equal("tool_calls", Finish(chunks[^1]));
    }

    [Theory]
    [InlineData("""{"tools":[]}""", "tools", "empty_array")]
    [InlineData("""{"tools":{}}""", "tools", "invalid_type")]
    [InlineData("""{"tools":[5]}""", "tools[0]", "invalid_type")]
    [InlineData("""{"tools":[{}]}""", "tools[0].type", "missing_required_parameter")]
    [InlineData("""{"tools":[{"type":"web"}]}""", "tools[0].type", "invalid_value")]
    [InlineData(
        """{"tools":[{"type":"function"}]}""",
        "tools[0].function",
        "missing_required_parameter"
    )]
    [InlineData(
        """{"tools":[{"type":"custom"},{"type":"function","function":{"name":"a b"}}]}""",
        "tools[1].function.name",
        "invalid_value"
    )]
    [InlineData(
        """{"tools":[{"type":"function","function":{"name":"a","parameters":[]}}]}""",
        "tools[0].function.parameters",
        "invalid_type"
    )]
    [InlineData("""{"tool_choice":"auto"}""", "tool_choice", null)]
    [InlineData("""{"parallel_tool_calls":true}""", "parallel_tool_calls", null)]
    [InlineData($$"""{"tools":[{{Tool}}],"tool_choice":"any"}""", "tool_choice", "invalid_value")]
    [InlineData($$"""{"tools":[{{Tool}}],"tool_choice":5}""", "tool_choice", "invalid_type")]
    [InlineData(
        $$"""{"tools":[{{Tool}}],"tool_choice":{"type":"function","function":{"name":"no"} } }""",
        "tool_choice",
        "invalid_value"
    )]
    [InlineData(
        $$"""{"tools":[{{Tool}}],"tool_choice":{"type":"function"} }""",
        "tool_choice.function.name",
        "missing_required_parameter"
    )]
    [InlineData(
        $$"""{"tools":[{{Tool}}],"tool_choice":{"type":"allowed_tools"} }""",
        "tool_choice.type",
        "unsupported_value"
    )]
    [InlineData(
        $$"""{"tools":[{{Custom}}],"tool_choice":"required"}""",
        "tool_choice",
        "unsupported_value"
    )]
    [InlineData(
        """{"tools":[{"type":"function","function":{"name":"a","parameters":{"$ref":"#"}}}],"tool_choice":"required"}""",
        "tools",
        "invalid_value"
    )]
    public async Task Tools_that_are_not_allowed_are_named(string extra, string param, string? code)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(ProviderClient.ChatPath, Body(extra, Question));

        var error = await response.ErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal(param, error.Param);
        Assert.Equal(code, error.Code);
    }

    private static (int Index, string Name, string Arguments)[] Expected =>
        [(0, "add", """{"a":1,"b":"two"}"""), (1, "other", "{}")];

    private static string Finish(JsonElement answer) =>
        answer.GetProperty("choices")[0].GetProperty("finish_reason").GetString()!;

    private static string Arguments(JsonElement call) =>
        call.GetProperty("function").GetProperty("arguments").GetString()!;

    private static string Body(string extra, string messages) =>
        $$"""{"model":"gpt-4o","messages":[{{messages}}]{{(extra == "{}" ? "" : ",")}}{{extra[1..]}}""";

    private static string WithTools(string extra) =>
        $$"""{"tools":[{{Tool}},{{Other}}]{{(extra == "{}" ? "" : ",")}}{{extra[1..]}}""";

    private static async Task<JsonElement> AskAsync(
        ProviderClient client,
        string extra,
        string messages = Question
    ) =>
        await (
            await client.PostAsync(ProviderClient.ChatPath, Body(WithTools(extra), messages))
        ).JsonAsync();

    private static async Task<List<JsonElement>> StreamAsync(ProviderClient client)
    {
        var body = Body(WithTools("""{"stream":true}"""), Question);
        var response = await client.PostAsync(ProviderClient.ChatPath, body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return
        [
            .. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .SkipLast(1)
                .Select(frame => JsonDocument.Parse(frame["data: ".Length..]).RootElement),
        ];
    }
}
