using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

/// <summary>Answers are escaped as real providers escape them: no more than JSON asks for.</summary>
public sealed class JsonOutputTests
{
    // One token, so that streams send it in one event.
    private const string Said = "\"'&é<";
    private const string Written = """\"'&é<""";

    [Theory]
    [InlineData(ProviderClient.ChatPath, false)]
    [InlineData(ProviderClient.ChatPath, true)]
    [InlineData("v1/messages", false)]
    [InlineData("v1/messages", true)]
    [InlineData("v1/responses", false)]
    [InlineData("v1/responses", true)]
    public async Task Answers_and_events_escape_no_more_than_they_must(string path, bool stream)
    {
        await using var client = await ProviderClient.StartAsync(o => o.Replies.Always(Said));
        var messages = new[] { new { role = "user", content = "hi" } };

        var answer = await client.PostAsync(
            path,
            JsonSerializer.Serialize(
                new
                {
                    model = "m",
                    max_tokens = 99,
                    messages,
                    input = messages,
                    stream,
                }
            )
        );

        Assert.Contains(Written, await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_do_errors()
    {
        await using var client = await ProviderClient.StartAsync();

        var answer = await client.PostAsync(ProviderClient.ChatPath, """{"model":"m"}""");

        Assert.Contains("'messages'", await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_do_answers_that_a_fault_rewrites()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.Replies.Always(Said);
            o.Faults.Add(Fault.NoUsage());
        });

        Assert.Contains(
            Written,
            await TextAsync(await client.AskAsync("hi")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task So_does_what_a_response_repeats()
    {
        await using var client = await ProviderClient.StartAsync();

        var answer = await client.PostAsync(
            "v1/responses",
            """{"model":"m","input":"hi","instructions":"It's \"<b>\"."}"""
        );

        Assert.Contains("""It's \"<b>\".""", await TextAsync(answer), StringComparison.Ordinal);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
