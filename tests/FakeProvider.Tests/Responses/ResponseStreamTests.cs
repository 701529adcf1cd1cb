using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class ResponseStreamTests
{
    [Theory]
    [InlineData(3, "response.completed")]
    [InlineData(4, "response.incomplete")]
    public async Task Events_come_in_order_and_are_numbered(int replyTokens, string last)
    {
        await using var client = await ProviderClient.StartAsync(o => o.ReplyTokens = replyTokens);

        var events = await StreamAsync(client);

        Assert.Equal(
            [
                "response.created",
                "response.in_progress",
                "response.output_item.added",
                "response.content_part.added",
                "response.output_text.delta",
                "response.output_text.delta",
                "response.output_text.delta",
                "response.output_text.done",
                "response.content_part.done",
                "response.output_item.done",
                last,
            ],
            events.Select(e => e.Name)
        );
        Assert.All(events, e => Assert.Equal(e.Name, e.Json.GetProperty("type").GetString()));
        Assert.Equal(
            Enumerable.Range(0, events.Count),
            events.Select(e => e.Json.GetProperty("sequence_number").GetInt32())
        );
    }

    [Fact]
    public async Task The_pieces_make_up_the_text_that_the_later_events_repeat()
    {
        await using var client = await ProviderClient.StartAsync();

        var events = await StreamAsync(client);

        var pieces = events
            .Where(e => e.Name == "response.output_text.delta")
            .Select(e => e.Json.GetProperty("delta").GetString());
        var text = string.Concat(pieces);
        Assert.Equal(3, text.Split(' ').Length);
        Assert.Equal(
            text,
            Only(events, "response.output_text.done").GetProperty("text").GetString()
        );
        var part = Only(events, "response.content_part.done").GetProperty("part");
        Assert.Equal(text, part.GetProperty("text").GetString());
        var item = Only(events, "response.output_item.done").GetProperty("item");
        Assert.Equal(part.GetRawText(), item.GetProperty("content")[0].GetRawText());
        var response = events[^1].Json.GetProperty("response");
        Assert.Equal(item.GetRawText(), response.GetProperty("output")[0].GetRawText());
        Assert.Equal(3, response.GetProperty("usage").GetProperty("output_tokens").GetInt32());
    }

    [Fact]
    public async Task A_stream_begins_with_an_empty_response_of_the_same_id()
    {
        await using var client = await ProviderClient.StartAsync();

        var events = await StreamAsync(client);

        var last = events[^1].Json.GetProperty("response");
        foreach (var first in events.Take(2).Select(e => e.Json.GetProperty("response")))
        {
            Assert.Equal("in_progress", first.GetProperty("status").GetString());
            Assert.Equal(0, first.GetProperty("output").GetArrayLength());
            Assert.Equal(JsonValueKind.Null, first.GetProperty("usage").ValueKind);
            Assert.Equal(last.GetProperty("id").GetString(), first.GetProperty("id").GetString());
        }
        var added = Only(events, "response.output_item.added").GetProperty("item");
        Assert.Equal("in_progress", added.GetProperty("status").GetString());
        Assert.Equal(0, added.GetProperty("content").GetArrayLength());
    }

    [Fact]
    public async Task All_events_about_an_item_name_it()
    {
        await using var client = await ProviderClient.StartAsync();

        var events = await StreamAsync(client);

        var id = Only(events, "response.output_item.added").GetProperty("item").GetProperty("id");
        var about = events.Where(e => e.Json.TryGetProperty("item_id", out _)).ToArray();
        Assert.Equal(6, about.Length);
        Assert.All(
            about,
            e =>
            {
                Assert.Equal(id.GetString(), e.Json.GetProperty("item_id").GetString());
                Assert.Equal(0, e.Json.GetProperty("output_index").GetInt32());
                Assert.Equal(0, e.Json.GetProperty("content_index").GetInt32());
            }
        );
    }

    private static JsonElement Only(IEnumerable<ServerEvent> events, string name) =>
        Assert.Single(events, e => e.Name == name).Json;

    /// <summary>Asks for three tokens at most.</summary>
    private static async Task<IReadOnlyList<ServerEvent>> StreamAsync(ProviderClient client) =>
        await ServerEvent.ReadAsync(
            await client.PostAsync(
                "v1/responses",
                """{"model":"m","input":"hello","stream":true,"max_output_tokens":3}"""
            )
        );
}
