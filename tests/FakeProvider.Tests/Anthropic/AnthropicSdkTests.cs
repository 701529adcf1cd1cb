using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class AnthropicSdkTests
{
    [Fact]
    public async Task The_SDK_reads_a_message()
    {
        await using var client = await ProviderClient.StartAsync();
        var expected = await (await client.AskClaudeAsync("hello", 100)).JsonAsync();

        var message = await AnthropicSdk.RunAsync(client.Provider.BaseAddress, "plain");

        Assert.Equal(MessagesApi.TextOf(expected), MessagesApi.TextOf(message));
        Assert.Equal("end_turn", message.GetProperty("stop_reason").GetString());
        Assert.Equal(8, message.GetProperty("usage").GetProperty("input_tokens").GetInt32());
        Assert.Equal(50, message.GetProperty("usage").GetProperty("output_tokens").GetInt32());
        Assert.StartsWith(
            "req_",
            message.GetProperty("request_id").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_SDKs_stream_adds_up_to_the_same_message()
    {
        await using var client = await ProviderClient.StartAsync();
        var whole = await (await client.AskClaudeAsync("hello", 100)).JsonAsync();

        var stream = await AnthropicSdk.RunAsync(client.Provider.BaseAddress, "stream");

        var text = MessagesApi.TextOf(whole);
        Assert.Equal(text, stream.GetProperty("text").GetString());
        Assert.Equal(text, stream.GetProperty("deltas").GetString());
        var message = stream.GetProperty("message");
        foreach (var property in whole.EnumerateObject().Where(p => p.Name != "id"))
        {
            Assert.Equal(
                property.Value.GetRawText(),
                message.GetProperty(property.Name).GetRawText()
            );
        }
    }

    [Fact]
    public async Task The_SDK_sees_the_events_in_order()
    {
        await using var client = await ProviderClient.StartAsync(o => o.ReplyTokens = 2);

        var events = await AnthropicSdk.RunAsync(client.Provider.BaseAddress, "events");

        Assert.Equal(
            [
                "message_start",
                "content_block_start",
                "content_block_delta",
                "content_block_delta",
                "content_block_stop",
                "message_delta",
                "message_stop",
            ],
            events.Deserialize<string[]>()!
        );
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("stream")]
    public async Task The_SDKs_loop_of_tools_ends_after_the_tools_result(string form)
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Replies.When("weather")
                .CallTool("get_weather", new { city = "Oslo" })
                .AndCallTool("get_weather", new { city = "Bergen", days = 2 })
                .Then("It is sunny.")
        );

        var loop = await AnthropicSdk.RunAsync(client.Provider.BaseAddress, "tools", form);

        Assert.Equal(
            """[{"city":"Oslo"},{"city":"Bergen","days":2}]""",
            loop.GetProperty("inputs").GetRawText()
        );
        Assert.Equal("It is sunny.", MessagesApi.TextOf(loop.GetProperty("final")));
        // The first asks for a thread, and is told that there is none.
        Assert.Equal(3, loop.GetProperty("attempts").GetInt32());
    }

    [Fact]
    public async Task The_SDK_counts_tokens()
    {
        await using var client = await ProviderClient.StartAsync();

        var count = await AnthropicSdk.RunAsync(client.Provider.BaseAddress, "count");

        Assert.Equal(8, count.GetProperty("input_tokens").GetInt32());
    }

    [Fact]
    public async Task The_SDK_lists_the_models()
    {
        await using var client = await ProviderClient.StartAsync();

        var models = await AnthropicSdk.RunAsync(client.Provider.BaseAddress, "models");

        var first = models.GetProperty("ids")[0].GetString();
        Assert.Equal(first, models.GetProperty("one").GetProperty("id").GetString());
    }
}
