using System.Net;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class StopTests
{
    [Theory]
    [InlineData("\" three\"", "one two", "stop")]
    [InlineData("[\"four\", \"wo\"]", "one t", "stop")]
    [InlineData("[\"two\", \"e two\"]", "on", "stop")]
    [InlineData("[\"e two\", \"two\"]", "on", "stop")]
    [InlineData("[]", "one two three four", "stop")]
    [InlineData("null", "one two three four", "stop")]
    [InlineData("\"five\"", "one two three four", "stop")]
    [InlineData("\"one\"", "", "stop")]
    public async Task The_reply_ends_before_the_first_stop_sequence(
        string stop,
        string expected,
        string ending
    )
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Replies.Always("one two three four")
        );

        var choice = (await AskAsync(client, stop)).GetProperty("choices")[0];

        Assert.Equal(expected, choice.GetProperty("message").GetProperty("content").GetString());
        Assert.Equal(ending, choice.GetProperty("finish_reason").GetString());
    }

    [Fact]
    public async Task Drawn_text_is_stopped_too_and_costs_what_is_left_of_it()
    {
        await using var client = await ProviderClient.StartAsync();
        var words = (await (await client.AskAsync("hi")).ReplyAsync()).Split(' ');

        var stopped = await AskAsync(client, $"\"{words[9]}\"");

        var text = stopped.GetProperty("choices")[0].GetProperty("message").GetProperty("content");
        var first = Array.IndexOf(words, words[9]);
        Assert.Equal(string.Concat(words.Take(first).Select(w => w + " ")), text.GetString());
        Assert.Equal(
            first,
            stopped.GetProperty("usage").GetProperty("completion_tokens").GetInt32()
        );
    }

    [Theory]
    [InlineData("5", "stop", "invalid_type")]
    [InlineData("\"\"", "stop", "invalid_value")]
    [InlineData("[\"a\",\"\"]", "stop[1]", "invalid_value")]
    [InlineData("[\"a\",null]", "stop[1]", "invalid_type")]
    [InlineData("[\"a\",\"b\",\"c\",\"d\",\"e\"]", "stop", "invalid_value")]
    public async Task A_stop_that_is_not_allowed_is_named(string stop, string param, string code)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync(ProviderClient.ChatPath, Body(stop));

        var error = await response.ErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal(param, error.Param);
        Assert.Equal(code, error.Code);
    }

    private static string Body(string stop) =>
        $$"""{"model":"m","stop":{{stop}},"messages":[{"role":"user","content":"hi"}]}""";

    private static async Task<JsonElement> AskAsync(ProviderClient client, string stop) =>
        await (await client.PostAsync(ProviderClient.ChatPath, Body(stop))).JsonAsync();
}
