using System.Text.Json;
using GatewayBench;
using GatewayBench.Support;

namespace Gateway.Tests;

/// <summary>npm's unmodified openai is the other judge.</summary>
public sealed class NpmOpenAiTests
{
    [Fact]
    public async Task The_SDK_reads_a_completion()
    {
        var completion = await RunAsync("plain");

        var choice = completion.GetProperty("choices")[0];
        Assert.Equal("stop", choice.Text("finish_reason"));
        Assert.Equal(50, choice.GetProperty("message").Text("content").Split(' ').Length);
        Assert.Equal(
            50,
            completion.GetProperty("usage").GetProperty("completion_tokens").GetInt32()
        );
    }

    [Fact]
    public async Task The_SDK_reads_a_stream_with_its_usage()
    {
        var chunks = (await RunAsync("stream")).EnumerateArray().ToList();

        // The role, 50 words, the ending, the usage.
        Assert.Equal(53, chunks.Count);
        Assert.Single(chunks.Select(chunk => chunk.Text("id")).Distinct());
        Assert.All(
            chunks.SkipLast(1),
            chunk => Assert.Equal(JsonValueKind.Null, chunk.GetProperty("usage").ValueKind)
        );
        Assert.Empty(chunks[^1].GetProperty("choices").EnumerateArray());
        Assert.Equal(
            50,
            chunks[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32()
        );
    }

    [Theory]
    [InlineData("call")]
    [InlineData("streamedCall")]
    public async Task The_SDK_reads_a_tool_call(string command)
    {
        var choice = (await RunAsync(command)).GetProperty("choices")[0];

        Assert.Equal("tool_calls", choice.Text("finish_reason"));
        var call = Assert.Single(
            choice.GetProperty("message").GetProperty("tool_calls").EnumerateArray()
        );
        var function = call.GetProperty("function");
        Assert.Equal("get_weather", function.Text("name"));
        Assert.Equal("""{"city":"","days":1}""", function.Text("arguments"));
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("streamedAgent")]
    public async Task An_agent_follows_its_script_through_several_calls(string command)
    {
        var run = await RunAsync(
            command,
            o =>
                o.Replies.When("weather")
                    .CallTool("get_weather", new { city = "Oslo", days = 1 })
                    .CallTool("get_weather", new { city = "Rome", days = 2 })
                    .AndCallTool("get_weather", new { city = "Bonn", days = 3 })
                    .Then("It is sunny.")
        );

        Assert.Equal(
            """[{"city":"Oslo","days":1},{"city":"Rome","days":2},{"city":"Bonn","days":3}]""",
            run.GetProperty("calls").GetRawText()
        );
        Assert.Equal("It is sunny.", run.Text("text"));
    }

    [Fact]
    public async Task The_SDK_finds_models()
    {
        var models = await RunAsync("models");

        Assert.Equal("""["gpt-4o-mini","gpt-4o"]""", models.GetProperty("names").GetRawText());
        Assert.Equal("gpt-4o", models.GetProperty("one").Text("id"));
    }

    private static async Task<JsonElement> RunAsync(
        string command,
        Action<FakeProviderOptions>? configure = null
    )
    {
        await using var provider = await Providers.StartAsync(configure);
        await using var gateway = Providers.Gateway(provider, ("Completions:Models:0", "gpt-4o"));
        using var client = gateway.Connect();
        var output = await NodeScript.RunAsync(
            "openai",
            Path.Combine("OpenAi", "openai.mjs"),
            client.ApiAddress().AbsoluteUri,
            command
        );
        return JsonDocument.Parse(output).RootElement;
    }
}
