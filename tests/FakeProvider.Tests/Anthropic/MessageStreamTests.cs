using System.Net.ServerSentEvents;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class MessageStreamTests
{
    [Fact]
    public async Task The_events_come_in_Anthropics_order()
    {
        await using var client = await ProviderClient.StartAsync();

        var events = await StreamAsync(client, maxTokens: 3);

        Assert.Equal(
            [
                "message_start",
                "content_block_start",
                "ping",
                "content_block_delta",
                "content_block_delta",
                "content_block_delta",
                "content_block_stop",
                "message_delta",
                "message_stop",
            ],
            events.Select(e => e.EventType)
        );
        Assert.All(events, e => Assert.Equal(e.EventType, e.Data.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task The_stream_adds_up_to_the_whole_message()
    {
        await using var client = await ProviderClient.StartAsync();
        var whole = await (await client.AskClaudeAsync("hello", 3)).JsonAsync();

        var events = await StreamAsync(client, maxTokens: 3);

        var text = string.Concat(
            events
                .Where(e => e.EventType == "content_block_delta")
                .Select(e => e.Data.GetProperty("delta").GetProperty("text").GetString())
        );
        Assert.Equal(MessagesApi.TextOf(whole), text);
        var start = events[0].Data.GetProperty("message");
        Assert.Empty(start.GetProperty("content").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, start.GetProperty("stop_reason").ValueKind);
        Assert.Equal(8, start.GetProperty("usage").GetProperty("input_tokens").GetInt32());
        Assert.Equal(1, start.GetProperty("usage").GetProperty("output_tokens").GetInt32());
        var end = events[^2].Data;
        Assert.Equal("max_tokens", end.GetProperty("delta").GetProperty("stop_reason").GetString());
        Assert.Equal(3, end.GetProperty("usage").GetProperty("output_tokens").GetInt32());
    }

    [Fact]
    public async Task A_stream_that_fails_ends_with_an_error_event()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Faults.Add(Fault.ErrorAfter(chunks: 4))
        );

        var events = await StreamAsync(client, maxTokens: 3);

        Assert.Equal("error", events[^1].EventType);
        Assert.Equal("error", events[^1].Data.GetProperty("type").GetString());
        Assert.Equal(
            "api_error",
            events[^1].Data.GetProperty("error").GetProperty("type").GetString()
        );
        Assert.DoesNotContain(events, e => e.EventType == "message_stop");
    }

    [Fact]
    public async Task A_bad_request_for_a_stream_is_answered_without_one()
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(MessagesApi.Path, """{"stream":true}""");

        await response.ClaudeErrorAsync(System.Net.HttpStatusCode.BadRequest);
    }

    private static async Task<List<SseItem<JsonElement>>> StreamAsync(
        ProviderClient client,
        int maxTokens
    ) =>
        await MessagesApi.EventsAsync(
            await client.AskClaudeAsync("hello", maxTokens, stream: true)
        );
}
