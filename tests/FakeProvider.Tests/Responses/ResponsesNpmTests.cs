using System.Text.Json;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

/// <summary>npm's unmodified openai is a judge of the wire format.</summary>
public sealed class ResponsesNpmTests
{
    [Fact]
    public async Task The_SDK_reads_responses_streams_tools_and_errors()
    {
        await using var client = await ProviderClient.StartAsync();

        var output = await NodeScript.RunAsync(
            "openai",
            Path.Combine("Responses", "Responses.mjs"),
            new Uri(client.Provider.BaseAddress, "v1").ToString()
        );

        var seen = JsonDocument.Parse(output).RootElement;
        var text = seen.GetProperty("text").GetString()!;
        Assert.Equal(50, text.Split(' ').Length);
        Assert.Equal("completed", seen.GetProperty("status").GetString());
        Assert.Equal(8, seen.GetProperty("usage").GetProperty("input_tokens").GetInt32());
        Assert.Equal(50, seen.GetProperty("usage").GetProperty("output_tokens").GetInt32());
        Assert.Equal(text, seen.GetProperty("streamedText").GetString());
        Assert.Equal("completed", seen.GetProperty("streamedStatus").GetString());
        Assert.Equal(
            seen.GetProperty("usage").GetRawText(),
            seen.GetProperty("streamedUsage").GetRawText()
        );
        foreach (var loop in new[] { "plainLoop", "streamedLoop" })
        {
            Assert.Equal(
                """{"turn":2,"called":[{"name":"add","arguments":{"a":0}}],"words":50}""",
                seen.GetProperty(loop).GetRawText()
            );
        }
        Assert.Equal(50, seen.GetProperty("deltas").GetInt32());
        Assert.Equal("response.completed", seen.GetProperty("last").GetString());
        Assert.Equal(
            """{"status":"incomplete","details":{"reason":"max_output_tokens"}}""",
            seen.GetProperty("cut").GetRawText()
        );
        Assert.Equal(
            """{"status":400,"code":"empty_array","param":"input","name":"BadRequestError"}""",
            seen.GetProperty("refusal").GetRawText()
        );
    }
}
