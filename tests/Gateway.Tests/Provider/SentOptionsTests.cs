using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class SentOptionsTests
{
    private static readonly AIFunctionDeclaration Clock = AIFunctionFactory.CreateDeclaration(
        "clock",
        "Tells the time.",
        Json("""{"type":"object","properties":{"zone":{"type":"string"}}}""")
    );

    [Fact]
    public async Task Every_option_reaches_the_provider()
    {
        var sent = await SendAsync(
            new ChatOptions
            {
                ModelId = "other-model",
                Instructions = "Be brief.",
                Temperature = 0.5f,
                TopP = 0.25f,
                MaxOutputTokens = 77,
                StopSequences = ["END", "STOP"],
                Seed = 1234567890123,
                FrequencyPenalty = 0.5f,
                PresencePenalty = -0.5f,
                Reasoning = new() { Effort = ReasoningEffort.Low },
                AllowMultipleToolCalls = false,
                Tools = [Clock],
                AdditionalProperties = new() { ["user"] = "u-1" },
            }
        );

        Assert.Equal("\"other-model\"", sent["model"]);
        Assert.Equal("0.5", sent["temperature"]);
        Assert.Equal("0.25", sent["top_p"]);
        Assert.Equal("77", sent["max_completion_tokens"]);
        Assert.Equal("""["END","STOP"]""", sent["stop"]);
        Assert.Equal("1234567890123", sent["seed"]);
        Assert.Equal("0.5", sent["frequency_penalty"]);
        Assert.Equal("-0.5", sent["presence_penalty"]);
        Assert.Equal("\"low\"", sent["reasoning_effort"]);
        Assert.Equal("false", sent["parallel_tool_calls"]);
        Assert.Equal("\"u-1\"", sent["user"]);
        Assert.Equal(
            """[{"type":"function","function":{"description":"Tells the time.","name":"clock","parameters":{"type":"object","properties":{"zone":{"type":"string"}}}}}]""",
            sent["tools"]
        );
        Assert.Equal(
            """[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}]""",
            sent["messages"]
        );
    }

    [Fact]
    public async Task Nothing_is_sent_that_was_not_asked_for()
    {
        var sent = await SendAsync(null);

        Assert.Equal(
            ["messages", "model"],
            sent.Body.EnumerateObject().Select(p => p.Name).Order()
        );
    }

    public static TheoryData<ChatToolMode?, string?> ToolModes =>
        new()
        {
            { null, null },
            { ChatToolMode.Auto, "\"auto\"" },
            { ChatToolMode.None, "\"none\"" },
            { ChatToolMode.RequireAny, "\"required\"" },
            {
                ChatToolMode.RequireSpecific("clock"),
                """{"type":"function","function":{"name":"clock"}}"""
            },
        };

    [Theory]
    [MemberData(nameof(ToolModes), DisableDiscoveryEnumeration = true)]
    public async Task The_tool_mode_becomes_the_tool_choice(ChatToolMode? mode, string? expected)
    {
        var sent = await SendAsync(new() { Tools = [Clock], ToolMode = mode });

        Assert.Equal(expected, sent["tool_choice"]);
    }

    [Fact]
    public async Task A_tool_mode_is_no_use_without_tools()
    {
        var sent = await SendAsync(new() { ToolMode = ChatToolMode.Auto });

        Assert.Null(sent["tool_choice"]);
        await AssertRefusedAsync(
            "A tool is required, but there is none to choose from.",
            new() { ToolMode = ChatToolMode.RequireAny }
        );
    }

    public static TheoryData<ChatResponseFormat, string> Formats =>
        new()
        {
            { ChatResponseFormat.Text, """{"type":"text"}""" },
            { ChatResponseFormat.Json, """{"type":"json_object"}""" },
            {
                ChatResponseFormat.ForJsonSchema(
                    Json("""{"type":"object"}"""),
                    "point",
                    "A point."
                ),
                """{"type":"json_schema","json_schema":{"description":"A point.","name":"point","schema":{"type":"object"},"strict":true}}"""
            },
        };

    [Theory]
    [MemberData(nameof(Formats), DisableDiscoveryEnumeration = true)]
    public async Task The_response_format_is_passed_on(ChatResponseFormat format, string expected)
    {
        var sent = await SendAsync(
            new()
            {
                ResponseFormat = format,
                AdditionalProperties = new() { ["strict"] = true },
            }
        );

        Assert.True(
            JsonElement.DeepEquals(Json(expected), sent.Body.GetProperty("response_format")),
            sent["response_format"]
        );
    }

    [Fact]
    public async Task A_stream_is_asked_for_with_its_usage()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        var sent = new SentRequest(upstream);
        feed.Send(Chunk.Text("a"), Chunk.Finish(), Chunk.Done);
        feed.End();
        await using var model = new Model(upstream.Endpoint);

        await model.StreamAsync(new() { Temperature = 0 });

        Assert.Equal("true", sent["stream"]);
        Assert.Equal("""{"include_usage":true}""", sent["stream_options"]);
        Assert.Equal("0", sent["temperature"]);
    }

    public static TheoryData<string, ChatOptions> Refused =>
        new()
        {
            {
                "TopK",
                new() { TopK = 1 }
            },
            {
                "ConversationId",
                new() { ConversationId = "c" }
            },
            {
                "RawRepresentationFactory",
                new() { RawRepresentationFactory = _ => null }
            },
#pragma warning disable MEAI001 // Experimental, but it can be set.
            {
                "AllowBackgroundResponses",
                new() { AllowBackgroundResponses = true }
            },
#pragma warning restore MEAI001
            {
                "Reasoning.Output",
                new() { Reasoning = new() { Output = ReasoningOutput.Full } }
            },
            {
                "logit_bias",
                new() { AdditionalProperties = new() { ["logit_bias"] = 1 } }
            },
            {
                "user",
                new() { AdditionalProperties = new() { ["user"] = 7 } }
            },
        };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public Task What_would_be_dropped_is_refused_by_name(string name, ChatOptions options) =>
        AssertRefusedAsync($"Option '{name}' ", options);

    [Fact]
    public Task A_tool_that_is_no_function_is_refused() =>
        AssertRefusedAsync(
            "Tool 'web_search' cannot be sent: only functions can.",
            new() { Tools = [new HostedWebSearchTool()] }
        );

    private static async Task AssertRefusedAsync(string expected, ChatOptions options)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var model = new Model(upstream.Endpoint);

        var plain = await Assert.ThrowsAsync<NotSupportedException>(() => model.AskAsync(options));
        await Assert.ThrowsAsync<NotSupportedException>(() => model.StreamAsync(options));

        Assert.StartsWith(expected, plain.Message, StringComparison.Ordinal);
        Assert.Equal(0, upstream.ChatCount);
    }

    private static async Task<SentRequest> SendAsync(ChatOptions? options)
    {
        await using var upstream = await Upstream.StartAsync();
        var sent = new SentRequest(upstream);
        await using var model = new Model(upstream.Endpoint);
        await model.AskAsync(options);
        return sent;
    }

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
