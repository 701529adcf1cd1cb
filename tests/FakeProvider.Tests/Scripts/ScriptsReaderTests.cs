using System.Text.Json;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class ScriptsReaderTests
{
    [Fact]
    public async Task A_file_says_what_the_API_says()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            """
            // Comments and trailing commas are fine.
            { "replies": [
                { "when": { "contains": "weather", "matches": "Oslo", "model": "gpt-4o" },
                  "steps": [
                    { "calls": [ { "tool": "get_weather", "arguments": { "city": "Oslo" } } ] },
                    { "text": "It is sunny." } ] },
                { "steps": [ { "text": "I do not know." } ] }, ] }
            """,
            TestContext.Current.CancellationToken
        );
        await using var client = await ProviderClient.StartAsync(o => o.Replies.AddFile(file));
        File.Delete(file);

        var asked = await (
            await client.PostAsync(ProviderClient.ChatPath, Body("The weather in Oslo?"))
        ).JsonAsync();
        var other = await client.AskAsync("The weather in Rome?");

        var function = asked
            .GetProperty("choices")[0]
            .GetProperty("message")
            .GetProperty("tool_calls")[0]
            .GetProperty("function");
        Assert.Equal("get_weather", function.GetProperty("name").GetString());
        Assert.Equal("""{ "city": "Oslo" }""", function.GetProperty("arguments").GetString());
        Assert.Equal("I do not know.", await other.ReplyAsync());
    }

    [Theory]
    [InlineData("no-such-file.json")]
    [InlineData("")]
    [InlineData(".")]
    public void A_file_that_cannot_be_read_is_named_with_what_is_allowed(string path)
    {
        var refused = Assert.Throws<ArgumentException>(() =>
            new FakeProviderOptions().Replies.AddFile(path)
        );

        Assert.StartsWith(
            $"Replies.AddFile: '{path}' is not a file of scripts; allowed: one that can be read. ",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_documented_file_is_read()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "provider.md"));
        var start =
            page.IndexOf("```json\n{\n  \"replies\"", StringComparison.Ordinal) + "```json".Length;
        var json = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];

        Assert.Equal(2, ScriptsReader.Read(json, "provider.md").Count);
    }

    [Theory]
    [InlineData("[]", "r.json: $ is []; allowed: an object.")]
    [InlineData("{}", "r.json: $ is {}; allowed: an object with 'replies'.")]
    [InlineData(
        """{"replies":[]}""",
        "r.json: $.replies is []; allowed: an array of at least one."
    )]
    [InlineData(
        """{"replies":[{"steps":[{"text":5}]}]}""",
        "r.json: $.replies[0].steps[0].text is 5; allowed: a string."
    )]
    [InlineData(
        """{"replies":[{"steps":[{"text":"a"}]},{"wen":{},"steps":[]}]}""",
        "r.json: $.replies[1].wen is {}; allowed: no such property, only when, steps."
    )]
    [InlineData(
        """{"replies":[{"when":{"matches":"("},"steps":[{"text":"a"}]}]}""",
        "r.json: $.replies[0].when.matches is \"(\"; allowed: a .NET regular expression"
    )]
    [InlineData(
        """{"replies":[{"steps":[{"text":"a","calls":[]}]}]}""",
        "r.json: $.replies[0].steps[0] is {\"text\":\"a\",\"calls\":[]}; allowed: an object with either"
    )]
    [InlineData(
        """{"replies":[{"steps":[{"calls":[{"arguments":{}}]}]}]}""",
        "r.json: $.replies[0].steps[0].calls[0] is {\"arguments\":{}}; allowed: an object with 'tool'"
    )]
    [InlineData("""{"replies":""", "r.json is not valid JSON")]
    public void What_is_not_allowed_is_named_with_its_place(string json, string expected)
    {
        var replies = new FakeProviderOptions().Replies;

        var error = Assert.Throws<ArgumentException>(() => replies.AddJson(json, "r.json"));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    private static string Body(string content) =>
        JsonSerializer.Serialize(
            new
            {
                model = "gpt-4o",
                messages = new[] { new { role = "user", content } },
                tools = new[] { new { type = "function", function = new { name = "any" } } },
            }
        );
}
