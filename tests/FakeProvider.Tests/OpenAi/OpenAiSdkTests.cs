using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;

namespace GatewayBench.FakeProviderTests;

/// <summary>The unmodified OpenAI SDK is the judge of the wire format.</summary>
public sealed class OpenAiSdkTests
{
    private static readonly ChatTool _weather = ChatTool.CreateFunctionTool(
        "get_weather",
        "Tells the weather",
        BinaryData.FromString(
            """{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""
        )
    );

    [Fact]
    public async Task The_SDK_reads_a_completion()
    {
        await using var provider = await StartAsync();

        ChatCompletion completion = await Chat(provider)
            .CompleteChatAsync(
                [new SystemChatMessage("Be brief."), new UserChatMessage("hello world")],
                cancellationToken: TestContext.Current.CancellationToken
            );

        Assert.Equal(ChatMessageRole.Assistant, completion.Role);
        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        Assert.Equal(50, Assert.Single(completion.Content).Text.Split(' ').Length);
        Assert.Equal("gpt-4o-mini", completion.Model);
        Assert.Equal(3 + 4 + 2 + 4 + 2, completion.Usage.InputTokenCount);
        Assert.Equal(50, completion.Usage.OutputTokenCount);
        Assert.Equal(65, completion.Usage.TotalTokenCount);
        Assert.Null(completion.Refusal);
        Assert.Empty(completion.ToolCalls);
    }

    [Fact]
    public async Task The_SDK_sees_that_its_maximum_cut_the_reply()
    {
        await using var provider = await StartAsync();

        ChatCompletion completion = await Chat(provider)
            .CompleteChatAsync(
                [new UserChatMessage("hello")],
                new ChatCompletionOptions { MaxOutputTokenCount = 5 },
                TestContext.Current.CancellationToken
            );

        Assert.Equal(ChatFinishReason.Length, completion.FinishReason);
        Assert.Equal(5, completion.Usage.OutputTokenCount);
    }

    [Fact]
    public async Task The_SDKs_tool_messages_and_image_parts_are_understood()
    {
        await using var provider = await StartAsync();
        var call = ChatToolCall.CreateFunctionToolCall(
            "call_1",
            "add",
            BinaryData.FromString("""{"a":1}""")
        );

        ChatCompletion completion = await Chat(provider)
            .CompleteChatAsync(
                [
                    new UserChatMessage(
                        ChatMessageContentPart.CreateTextPart("hello"),
                        ChatMessageContentPart.CreateImagePart(new Uri("http://localhost/cat.png"))
                    ),
                    new AssistantChatMessage([call]),
                    new ToolChatMessage("call_1", "2"),
                ],
                cancellationToken: TestContext.Current.CancellationToken
            );

        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
    }

    [Fact]
    public async Task The_SDK_surfaces_a_429_with_its_headers()
    {
        await using var provider = await StartAsync(o => o.RateLimit.RequestsPerMinute = 1);
        await AskAsync(provider);

        var error = await Assert.ThrowsAsync<ClientResultException>(() => AskAsync(provider));

        Assert.Equal(429, error.Status);
        Assert.Contains("rate_limit_exceeded", error.Message, StringComparison.Ordinal);
        Assert.Contains("Please try again in", error.Message, StringComparison.Ordinal);
        var headers = error.GetRawResponse()!.Headers;
        Assert.True(headers.TryGetValue("x-ratelimit-remaining-requests", out var remaining));
        Assert.Equal("0", remaining);
        Assert.True(headers.TryGetValue("retry-after-ms", out var milliseconds));
        Assert.InRange(int.Parse(milliseconds!, null), 1, 60_000);
    }

    [Fact]
    public async Task The_SDK_surfaces_a_400_with_its_message()
    {
        await using var provider = await StartAsync();

        var error = await Assert.ThrowsAsync<ClientResultException>(() =>
            Chat(provider)
                .CompleteChatAsync(
                    [new UserChatMessage("hello")],
                    new ChatCompletionOptions { MaxOutputTokenCount = 0 },
                    TestContext.Current.CancellationToken
                )
        );

        Assert.Equal(400, error.Status);
        Assert.Contains("invalid_value", error.Message, StringComparison.Ordinal);
        Assert.Contains("max_completion_tokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_SDK_reads_the_same_words_from_a_stream()
    {
        await using var provider = await StartAsync();
        var whole = await Chat(provider)
            .CompleteChatAsync(
                [new UserChatMessage("hello")],
                cancellationToken: TestContext.Current.CancellationToken
            );

        var words = new List<string>();
        var endings = new List<ChatFinishReason>();
        ChatTokenUsage? usage = null;
        await foreach (
            var update in Chat(provider)
                .CompleteChatStreamingAsync(
                    [new UserChatMessage("hello")],
                    cancellationToken: TestContext.Current.CancellationToken
                )
        )
        {
            words.AddRange(update.ContentUpdate.Select(part => part.Text).Where(t => t.Length > 0));
            endings.AddRange(update.FinishReason is { } ending ? [ending] : []);
            usage ??= update.Usage;
        }

        Assert.Equal(50, words.Count);
        Assert.Equal(whole.Value.Content[0].Text, string.Concat(words));
        Assert.Equal([ChatFinishReason.Stop], endings);
        Assert.Equal(50, usage?.OutputTokenCount);
    }

    [Fact]
    public async Task An_agent_that_has_to_call_a_tool_calls_it_once_and_ends()
    {
        await using var provider = await StartAsync();
        var messages = new List<ChatMessage>
        {
            new UserChatMessage("What is the weather in Oslo?"),
        };
        var options = new ChatCompletionOptions
        {
            Tools = { _weather },
            ToolChoice = ChatToolChoice.CreateRequiredChoice(),
        };
        var endings = new List<ChatFinishReason>();
        do
        {
            ChatCompletion reply = await Chat(provider)
                .CompleteChatAsync(messages, options, TestContext.Current.CancellationToken);
            endings.Add(reply.FinishReason);
            messages.Add(new AssistantChatMessage(reply));
            messages.AddRange(
                reply.ToolCalls.Select(call =>
                {
                    Assert.Equal("get_weather", call.FunctionName);
                    Assert.Equal("""{"city":""}""", call.FunctionArguments.ToString());
                    return new ToolChatMessage(call.Id, "sunny");
                })
            );
        } while (endings[^1] == ChatFinishReason.ToolCalls && endings.Count < 9);

        Assert.Equal([ChatFinishReason.ToolCalls, ChatFinishReason.Stop], endings);
    }

    [Fact]
    public async Task The_SDK_puts_a_streamed_call_together()
    {
        await using var provider = await StartAsync(o =>
            o.Replies.When("weather")
                .CallTool("get_weather", new { city = "Oslo" })
                .AndCallTool("get_weather", new { city = "Rome" })
        );
        var options = new ChatCompletionOptions { Tools = { _weather } };
        var names = new Dictionary<int, string>();
        var arguments = new SortedDictionary<int, string>();
        ChatFinishReason? ending = null;
        await foreach (
            var update in Chat(provider)
                .CompleteChatStreamingAsync(
                    [new UserChatMessage("What is the weather?")],
                    options,
                    TestContext.Current.CancellationToken
                )
        )
        {
            ending ??= update.FinishReason;
            foreach (var call in update.ToolCallUpdates)
            {
                names.TryAdd(call.Index, call.FunctionName);
                arguments[call.Index] =
                    arguments.GetValueOrDefault(call.Index) + call.FunctionArgumentsUpdate;
            }
        }

        Assert.Equal(["get_weather", "get_weather"], names.Values);
        Assert.Equal(["""{"city":"Oslo"}""", """{"city":"Rome"}"""], arguments.Values);
        Assert.Equal(ChatFinishReason.ToolCalls, ending);
    }

    [Fact]
    public async Task The_SDK_sees_that_a_prompt_is_too_long()
    {
        await using var provider = await StartAsync(o => o.Models["gpt-4o-mini"] = 5);

        var error = await Assert.ThrowsAsync<ClientResultException>(() => AskAsync(provider));

        Assert.Equal(400, error.Status);
        Assert.Contains("context_length_exceeded", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_SDK_lists_the_models()
    {
        await using var provider = await StartAsync();

        OpenAIModelCollection models = await Client(provider)
            .GetOpenAIModelClient()
            .GetModelsAsync(TestContext.Current.CancellationToken);

        Assert.Contains(models, model => model.Id == "gpt-4o-mini");
    }

    private static Task<FakeProvider> StartAsync(Action<FakeProviderOptions>? configure = null) =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.None;
                configure?.Invoke(options);
            },
            TestContext.Current.CancellationToken
        );

    private static Task<ClientResult<ChatCompletion>> AskAsync(FakeProvider provider) =>
        Chat(provider)
            .CompleteChatAsync(
                [new UserChatMessage("hello")],
                cancellationToken: TestContext.Current.CancellationToken
            );

    private static ChatClient Chat(FakeProvider provider) =>
        Client(provider).GetChatClient("gpt-4o-mini");

    private static OpenAIClient Client(FakeProvider provider) =>
        new(
            new ApiKeyCredential("sk-any"),
            new OpenAIClientOptions
            {
                Endpoint = new Uri(provider.BaseAddress, "v1"),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            }
        );
}
