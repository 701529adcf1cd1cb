using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

/// <summary>A marker of a user in a prompt comes back at the beginning of the reply.</summary>
public sealed class MarkedReplyTests
{
    private const string Marker = "[[user:0123456789abcdef]]";
    private const string Other = "[[user:00000000000000aa]]";

    [Theory]
    [InlineData(Marker + " what is it?", Marker + " ")]
    [InlineData("what is it? " + Marker, Marker + " ")]
    [InlineData(Other + " and " + Marker, Other + " " + Marker + " ")]
    public async Task It_comes_first_and_the_reply_is_as_long_as_ever(string prompt, string start)
    {
        await using var client = await ProviderClient.StartAsync();

        var (text, tokens) = await AskAsync(client, prompt);

        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.Equal(50, tokens);
        Assert.Equal(50, TokenRule.Count(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(5, Marker)]
    [InlineData(6, Marker + " ")]
    public async Task As_few_tokens_as_it_has_are_enough(int maxTokens, string start)
    {
        await using var client = await ProviderClient.StartAsync();

        var (text, tokens) = await AskAsync(client, "hi " + Marker, maxTokens);

        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.False(text.EndsWith(' '));
        Assert.Equal(maxTokens, tokens);
    }

    [Fact]
    public async Task Without_room_for_all_of_it_there_is_none_of_it()
    {
        await using var client = await ProviderClient.StartAsync();

        var (text, tokens) = await AskAsync(client, "hi " + Marker, maxTokens: 4);

        Assert.DoesNotContain("[[", text, StringComparison.Ordinal);
        Assert.Equal(4, tokens);
    }

    [Fact]
    public async Task A_script_says_what_it_says()
    {
        await using var client = await ProviderClient.StartAsync(o => o.Replies.Always("so"));

        Assert.Equal("so", (await AskAsync(client, "hi " + Marker)).Text);
    }

    [Fact]
    public async Task A_stream_sends_it_in_pieces_of_a_token_that_make_the_same_text()
    {
        await using var client = await ProviderClient.StartAsync();
        var body = ProviderClient.Body("hi " + Marker);

        var (text, _) = await AskAsync(client, "hi " + Marker);
        using var answer = await client.PostAsync(
            ProviderClient.ChatPath,
            body.Insert(1, "\"stream\":true,")
        );
        var events = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string[] pieces =
        [
            .. events
                .Split("data: ", StringSplitOptions.RemoveEmptyEntries)
                .Where(data => data.StartsWith('{'))
                .Select(ContentOf)
                .Where(content => content.Length > 0),
        ];

        Assert.Equal(text, string.Concat(pieces));
        Assert.Equal(50, pieces.Length);
        Assert.Equal(["[[user", ":01234", "56789a", "bcdef]", "] "], pieces[..5]);
    }

    private static string ContentOf(string chunk)
    {
        using var json = JsonDocument.Parse(chunk);
        var delta = json.RootElement.GetProperty("choices")[0].GetProperty("delta");
        return delta.TryGetProperty("content", out var content) ? content.GetString()! : "";
    }

    private static async Task<(string Text, int Tokens)> AskAsync(
        ProviderClient client,
        string prompt,
        int? maxTokens = null
    )
    {
        using var answer = await client.AskAsync(prompt, maxTokens);
        using var json = JsonDocument.Parse(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        return (
            json.RootElement.GetProperty("choices")[0]
                .GetProperty("message")
                .GetProperty("content")
                .GetString()!,
            json.RootElement.GetProperty("usage").GetProperty("completion_tokens").GetInt32()
        );
    }
}
