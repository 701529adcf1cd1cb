using System.Net;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class MessagesTests
{
    [Fact]
    public async Task A_message_has_every_field_of_Anthropics_format()
    {
        await using var client = await ProviderClient.StartAsync();

        var message = await (await client.AskClaudeAsync("hello world")).JsonAsync();

        Assert.StartsWith("msg_", message.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("message", message.GetProperty("type").GetString());
        Assert.Equal("assistant", message.GetProperty("role").GetString());
        Assert.Equal("claude-test", message.GetProperty("model").GetString());
        var block = Assert.Single(message.GetProperty("content").EnumerateArray());
        Assert.Equal("text", block.GetProperty("type").GetString());
        Assert.Equal(50, block.GetProperty("text").GetString()!.Split(' ').Length);
        Assert.Equal("end_turn", message.GetProperty("stop_reason").GetString());
        Assert.Equal(JsonValueKind.Null, message.GetProperty("stop_sequence").ValueKind);
        var usage = message.GetProperty("usage");
        Assert.Equal(9, usage.GetProperty("input_tokens").GetInt32());
        Assert.Equal(50, usage.GetProperty("output_tokens").GetInt32());
        Assert.Equal(0, usage.GetProperty("cache_creation_input_tokens").GetInt32());
        Assert.Equal(0, usage.GetProperty("cache_read_input_tokens").GetInt32());
    }

    [Theory]
    [InlineData(7, 7, "max_tokens")]
    [InlineData(50, 50, "end_turn")]
    [InlineData(5000, 50, "end_turn")]
    public async Task The_requests_maximum_cuts_the_reply(int maximum, int tokens, string reason)
    {
        await using var client = await ProviderClient.StartAsync();

        var message = await (await client.AskClaudeAsync("hi", maximum)).JsonAsync();

        Assert.Equal(tokens, MessagesApi.TextOf(message).Split(' ').Length);
        Assert.Equal(tokens, message.GetProperty("usage").GetProperty("output_tokens").GetInt32());
        Assert.Equal(reason, message.GetProperty("stop_reason").GetString());
    }

    [Fact]
    public async Task Replies_depend_on_the_seed_and_what_is_said_alone()
    {
        await using var one = await ProviderClient.StartAsync();
        await using var other = await ProviderClient.StartAsync(o => o.Seed = 43);

        var first = await (await one.AskClaudeAsync("hello")).JsonAsync();
        var again = await (await one.AskClaudeAsync("hello")).JsonAsync();

        Assert.Equal(MessagesApi.TextOf(first), MessagesApi.TextOf(again));
        Assert.NotEqual(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.NotEqual(
            MessagesApi.TextOf(first),
            MessagesApi.TextOf(await (await one.AskClaudeAsync("hello!")).JsonAsync())
        );
        Assert.NotEqual(
            MessagesApi.TextOf(first),
            MessagesApi.TextOf(await (await other.AskClaudeAsync("hello")).JsonAsync())
        );
    }

    [Theory]
    [InlineData("""[{"role":"user","content":"hello world"}]""", 9)]
    [InlineData("""[{"role":"user","content":[{"type":"text","text":"hello world"}]}]""", 9)]
    [InlineData(
        """[{"role":"user","content":"hello world"}],"system":"be terse please"}""",
        9 + 4 + 3
    )]
    [InlineData(
        """[{"role":"user","content":"hello world"}],"system":[{"type":"text","text":"be terse"}]""",
        9 + 4 + 2
    )]
    [InlineData(
        """[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBORw0KGgo="}}]}]""",
        7
    )]
    [InlineData(
        """[{"role":"assistant","content":[{"type":"thinking","thinking":"hm hm hm","signature":"x"},{"type":"text","text":"hi"}]}]""",
        8
    )]
    [InlineData(
        """
            [
                {"role":"assistant","content":[
                    {"type":"tool_use","id":"t1","name":"add","input":{"a":"one two","b":["three"],"c":4}}
                ]},
                {"role":"user","content":[
                    {"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"a b"}]}
                ]}
            ]
            """,
        3 + 4 + 1 + 3 + 4 + 2
    )]
    public async Task Text_is_counted_and_nothing_else(string messages, int expected)
    {
        await using var client = await ProviderClient.StartAsync();
        var body = $$"""{"model":"m","max_tokens":9,"messages":{{messages.TrimEnd('}')}}}""";

        var message = await client.MessageAsync(body);

        Assert.Equal(expected, message.GetProperty("usage").GetProperty("input_tokens").GetInt32());
    }

    [Fact]
    public async Task A_stop_sequence_ends_the_reply_and_is_named()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Replies.Always("one two three four")
        );

        var message = await client.MessageAsync(
            """{"model":"m","max_tokens":9,"stop_sequences":["four"," three"],"messages":[{"role":"user","content":"count"}]}"""
        );

        Assert.Equal("one two", MessagesApi.TextOf(message));
        Assert.Equal("stop_sequence", message.GetProperty("stop_reason").GetString());
        Assert.Equal(" three", message.GetProperty("stop_sequence").GetString());
        Assert.Equal(2, message.GetProperty("usage").GetProperty("output_tokens").GetInt32());
    }

    [Fact]
    public async Task An_empty_reply_has_no_block()
    {
        await using var client = await ProviderClient.StartAsync(o => o.Replies.Always(""));

        var message = await (await client.AskClaudeAsync("hello")).JsonAsync();

        Assert.Empty(message.GetProperty("content").EnumerateArray());
        Assert.Equal("end_turn", message.GetProperty("stop_reason").GetString());
    }

    [Theory]
    [InlineData(12, 4, null)]
    [InlineData(11, 4, "input length and `max_tokens` exceed context limit: 8 + 4 > 11")]
    [InlineData(7, 4, "prompt is too long: 8 tokens > 7 maximum")]
    public async Task The_context_window_holds_prompt_and_reply(
        int window,
        int maxTokens,
        string? expected
    )
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Models["claude-test"] = window
        );

        var response = await client.AskClaudeAsync("hello", maxTokens);

        if (expected is null)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return;
        }
        var error = await response.ClaudeErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal("invalid_request_error", error.Type);
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_are_the_assistants_messages()
    {
        var body =
            """{"model":"m","max_tokens":9,"messages":[{"role":"user","content":"a"},{"content":"b","role":"assistant"},{"role":"user","content":"c"},{"role":"assistant","content":"d"},{"role":"user","content":"e"}]}"""u8;

        var request = MessagesRequestReader.Read(new(body.ToArray()), seed: 1, readsUserText: true);

        Assert.Equal(2, request.Prompt.Step);
        Assert.Equal(0, request.TurnStep);
        Assert.Equal("e", request.UserText);
    }

    [Fact]
    public async Task A_cache_mark_does_not_change_the_reply()
    {
        await using var client = await ProviderClient.StartAsync();

        var unmarked = await client.MessageAsync(Body(""));
        var marked = await client.MessageAsync(Body(""","cache_control":{"type":"ephemeral"}"""));

        Assert.Equal(MessagesApi.TextOf(unmarked), MessagesApi.TextOf(marked));

        static string Body(string mark) =>
            $$$"""{"model":"m","max_tokens":99,"messages":[{"role":"user","content":[{"type":"text","text":"hello"{{{mark}}}}]}]}""";
    }

    [Fact]
    public async Task Tokens_are_counted_without_a_reply_however_many_there_are()
    {
        await using var client = await ProviderClient.StartAsync(o => o.Models["claude-test"] = 1);

        var response = await client.PostAsync(
            "v1/messages/count_tokens",
            """{"model":"claude-test","messages":[{"role":"user","content":"hello world"}]}"""
        );

        Assert.Equal("""{"input_tokens":9}""", (await response.JsonAsync()).GetRawText());
        Assert.Equal(0, client.Provider.GetStatistics().CompletionTokens);
    }
}
