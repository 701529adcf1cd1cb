using System.Net;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class ResponseToolsTests
{
    private const string Path = "v1/responses";

    private const string Tools = """
        "tools":[{"type":"web_search"},{"type":"function","name":"add","strict":true,
        "parameters":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}},
        "required":["a"]}}]
        """;

    [Fact]
    public async Task A_demanded_tool_is_called()
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await AskAsync(
            client,
            $$""" "input":"hi",{{Tools}},"tool_choice":"required" """
        );

        Assert.Equal("completed", response.GetProperty("status").GetString());
        var call = Assert.Single(response.GetProperty("output").EnumerateArray());
        Assert.Equal("function_call", call.GetProperty("type").GetString());
        Assert.Equal("completed", call.GetProperty("status").GetString());
        Assert.Equal("add", call.GetProperty("name").GetString());
        Assert.Equal("""{"a":0}""", call.GetProperty("arguments").GetString());
        Assert.StartsWith(
            "call_",
            call.GetProperty("call_id").GetString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith("fc_", call.GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"none\"")]
    [InlineData("\"auto\"")]
    [InlineData("null")]
    public async Task A_tool_that_nothing_demands_is_not_called(string choice)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await AskAsync(
            client,
            $$""" "input":"hi",{{Tools}},"tool_choice":{{choice}} """
        );

        Assert.Equal("message", response.GetProperty("output")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_loop_ends_when_it_has_seen_the_result()
    {
        await using var client = await ProviderClient.StartAsync();
        const string Choice = """ "tool_choice":{"type":"function","name":"add"} """;
        const string User = """{"role":"user","content":"hi"}""";

        var first = await AskAsync(client, $$""" "input":[{{User}}],{{Tools}},{{Choice}} """);
        var call = first.GetProperty("output")[0];
        var id = call.GetProperty("call_id").GetString();
        var result = $$"""{"type":"function_call_output","call_id":"{{id}}","output":"3"}""";
        var second = await AskAsync(
            client,
            $$""" "input":[{{User}},{{call.GetRawText()}},{{result}}],{{Tools}},{{Choice}} """
        );
        var third = await AskAsync(
            client,
            $$""" "input":[{{User}},{{call.GetRawText()}},{{result}},{{User}}],{{Tools}},{{Choice}} """
        );

        Assert.Equal("message", second.GetProperty("output")[0].GetProperty("type").GetString());
        // A new question of the user may be answered by a call again.
        Assert.Equal(
            "function_call",
            third.GetProperty("output")[0].GetProperty("type").GetString()
        );
    }

    [Fact]
    public async Task A_call_streams_its_arguments_in_numbered_events()
    {
        await using var client = await ProviderClient.StartAsync();

        var events = await ServerEvent.ReadAsync(
            await client.PostAsync(
                Path,
                $$"""{"model":"m","stream":true,"input":"hi",{{Tools}},"tool_choice":"required"}"""
            )
        );

        var names = events.Select(e => e.Name).ToArray();
        var deltas = events
            .Where(e => e.Name == "response.function_call_arguments.delta")
            .Select(e => e.Json.GetProperty("delta").GetString())
            .ToArray();
        Assert.NotEmpty(deltas);
        Assert.Equal(
            [
                "response.created",
                "response.in_progress",
                "response.output_item.added",
                .. deltas.Select(_ => "response.function_call_arguments.delta"),
                "response.function_call_arguments.done",
                "response.output_item.done",
                "response.completed",
            ],
            names
        );
        Assert.Equal(
            Enumerable.Range(0, events.Count),
            events.Select(e => e.Json.GetProperty("sequence_number").GetInt32())
        );
        Assert.Equal("", events[2].Json.GetProperty("item").GetProperty("arguments").GetString());
        var done = events[^3].Json;
        Assert.Equal("""{"a":0}""", string.Concat(deltas));
        Assert.Equal("""{"a":0}""", done.GetProperty("arguments").GetString());
        Assert.Equal(
            events[^2].Json.GetProperty("item").GetRawText(),
            events[^1].Json.GetProperty("response").GetProperty("output")[0].GetRawText()
        );
    }

    [Fact]
    public async Task A_script_makes_calls_at_once_and_then_speaks()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Replies.When("SUM")
                .CallTool("add", new { a = 1 })
                .AndCallTool("add", new { a = 2 })
                .Then("three")
        );
        const string User = """{"role":"user","content":[{"type":"input_text","text":"a sum"}]}""";

        var first = await AskAsync(client, $$""" "input":[{{User}}],{{Tools}} """);
        var calls = first.GetProperty("output").EnumerateArray().ToArray();
        var items = calls.Select(call => call.GetRawText()).Concat(calls.Select(Result));
        var second = await AskAsync(
            client,
            $$""" "input":[{{User}},{{string.Join(',', items)}}],{{Tools}} """
        );

        Assert.Equal(
            ["""{"a":1}""", """{"a":2}"""],
            calls.Select(call => call.GetProperty("arguments").GetString())
        );
        Assert.Equal(
            2,
            calls.Select(call => call.GetProperty("id").GetString()).Distinct().Count()
        );
        Assert.Equal(
            2,
            calls.Select(call => call.GetProperty("call_id").GetString()).Distinct().Count()
        );
        var text = second.GetProperty("output")[0].GetProperty("content")[0].GetProperty("text");
        Assert.Equal("three", text.GetString());
    }

    [Fact]
    public async Task Calls_at_once_stream_one_after_the_other()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Replies.When("sum").CallTool("add", new { a = 1 }).AndCallTool("add").Then("three")
        );

        var events = await ServerEvent.ReadAsync(
            await client.PostAsync(
                Path,
                $$"""{"model":"m","stream":true,"input":"sum",{{Tools}}}"""
            )
        );

        Assert.Equal(
            Enumerable.Range(0, events.Count),
            events.Select(e => e.Json.GetProperty("sequence_number").GetInt32())
        );
        var indices = events
            .Where(e => e.Json.TryGetProperty("output_index", out _))
            .Select(e => e.Json.GetProperty("output_index").GetInt32())
            .ToArray();
        Assert.Equal(indices.Order(), indices);
        Assert.Equal(2, events.Count(e => e.Name == "response.output_item.added"));
        Assert.Equal(2, events.Count(e => e.Name == "response.output_item.done"));
    }

    [Fact]
    public async Task An_empty_text_is_opened_and_closed_too()
    {
        await using var client = await ProviderClient.StartAsync(o => o.Replies.Always(""));

        var events = await ServerEvent.ReadAsync(
            await client.PostAsync(Path, """{"model":"m","stream":true,"input":"hi"}""")
        );

        Assert.Equal(
            [
                "response.created",
                "response.in_progress",
                "response.output_item.added",
                "response.content_part.added",
                "response.output_text.done",
                "response.content_part.done",
                "response.output_item.done",
                "response.completed",
            ],
            events.Select(e => e.Name)
        );
        Assert.Equal(
            Enumerable.Range(0, 8),
            events.Select(e => e.Json.GetProperty("sequence_number").GetInt32())
        );
    }

    [Fact]
    public async Task A_prompt_beyond_the_context_window_names_the_input()
    {
        await using var client = await ProviderClient.StartAsync(o => o.Models["m"] = 8);

        var response = await client.PostAsync(Path, """{"model":"m","input":"one two"}""");

        var error = await response.ErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal("context_length_exceeded", error.Code);
        Assert.Equal("input", error.Param);
    }

    [Theory]
    [InlineData(""" "tools":[7] """, "tools[0]")]
    [InlineData(""" "tools":[{}] """, "tools[0].type")]
    [InlineData(""" "tools":[{"type":"web_search"},{"type":"function"}] """, "tools[1].name")]
    [InlineData(""" "tools":[{"type":"function","name":"a b"}] """, "tools[0].name")]
    [InlineData(
        """ "tools":[{"type":"function","name":"a","parameters":5}] """,
        "tools[0].parameters"
    )]
    [InlineData(""" "tool_choice":"required" """, "tool_choice")]
    [InlineData(""" "tool_choice":"never" """, "tool_choice")]
    [InlineData(""" "tool_choice":{"type":"mcp"} """, "tool_choice.type")]
    [InlineData(""" "tool_choice":{"type":"function"} """, "tool_choice.name")]
    [InlineData(
        """ "tools":[{"type":"function","name":"a"}],"tool_choice":{"type":"function","name":"b"} """,
        "tool_choice"
    )]
    public async Task Bad_tools_are_named(string fields, string param)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(Path, $$"""{"model":"m","input":"hi",{{fields}}}""");

        Assert.Equal(param, (await response.ErrorAsync(HttpStatusCode.BadRequest)).Param);
    }

    private static string Result(JsonElement call) =>
        $$"""
            {"type":"function_call_output","call_id":"{{call.GetProperty("call_id")}}","output":"3"}
            """;

    private static async Task<JsonElement> AskAsync(ProviderClient client, string fields) =>
        await (await client.PostAsync(Path, $$"""{"model":"m",{{fields}}}""")).JsonAsync();
}
