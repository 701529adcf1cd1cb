using System.ClientModel;
using OpenAI.Chat;
using OpenAI.Models;

namespace Gateway.Tests;

/// <summary>NuGet's unmodified OpenAI is the judge of what the gateway answers.</summary>
public sealed class OpenAiSdkTests
{
    private static readonly ChatTool _weather = ChatTool.CreateFunctionTool(
        "get_weather",
        "Tells the weather",
        BinaryData.FromString(
            """{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""
        )
    );

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_SDK_reads_a_completion()
    {
        await using var provider = await Providers.StartAsync(o =>
            o.Replies.When("hello").Then("Good morning to you.")
        );
        await using var gateway = Providers.Gateway(provider);
        using var client = gateway.Connect();

        ChatCompletion completion = await Providers
            .Chat(client.ApiAddress())
            .CompleteChatAsync(
                [new SystemChatMessage("Be brief."), new UserChatMessage("hello world")],
                cancellationToken: Cancelled
            );

        Assert.Equal(ChatMessageRole.Assistant, completion.Role);
        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        Assert.Equal("Good morning to you.", Assert.Single(completion.Content).Text);
        Assert.Equal(Providers.Model, completion.Model);
        Assert.Equal(15, completion.Usage.InputTokenCount);
        Assert.Equal(5, completion.Usage.OutputTokenCount);
        Assert.Null(completion.Refusal);
        Assert.Empty(completion.ToolCalls);
    }

    [Fact]
    public async Task The_SDK_reads_the_very_chunks_that_it_reads_from_the_provider()
    {
        await using var provider = await Providers.StartAsync(o =>
            o.Replies.When("hello").Then("It is  sunny,\nand 日本 is far — \"so\" they say.")
        );
        await using var gateway = Providers.Gateway(provider);
        using var client = gateway.Connect();

        var (direct, _) = await StreamAsync(new Uri(provider.BaseAddress, "v1"));
        var (through, last) = await StreamAsync(client.ApiAddress());

        Assert.True(direct.Count > 5);
        Assert.Equal(direct, through);
        Assert.Equal(direct.Count, last.Usage?.OutputTokenCount);
        Assert.Equal(Providers.Model, last.Model);
    }

    [Fact]
    public async Task What_the_caller_asks_for_reaches_the_provider()
    {
        await using var provider = await Providers.StartAsync();
        await using var gateway = Providers.Gateway(provider);
        using var client = gateway.Connect();

        ChatCompletion completion = await Providers
            .Chat(client.ApiAddress())
            .CompleteChatAsync(
                [new UserChatMessage("hello")],
                new ChatCompletionOptions
                {
                    MaxOutputTokenCount = 5,
                    Temperature = 0.5f,
                    TopP = 0.9f,
                    EndUserId = "me",
                    StopSequences = { "never" },
                    ResponseFormat = ChatResponseFormat.CreateTextFormat(),
                },
                Cancelled
            );

        Assert.Equal(ChatFinishReason.Length, completion.FinishReason);
        Assert.Equal(5, completion.Usage.OutputTokenCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_agent_of_the_caller_calls_its_own_tools_and_ends(bool streamed)
    {
        await using var provider = await Providers.StartAsync(o =>
            o.Replies.When("weather")
                .CallTool("get_weather", new { city = "Oslo" })
                .AndCallTool("get_weather", new { city = "Rome" })
                .Then("It is sunny.")
        );
        await using var gateway = Providers.Gateway(provider);
        using var client = gateway.Connect();
        var chat = Providers.Chat(client.ApiAddress());
        var messages = new List<ChatMessage> { new UserChatMessage("What is the weather?") };

        var (calls, ending, _) = await AskAsync(chat, messages, streamed);
        messages.Add(new AssistantChatMessage(calls));
        messages.AddRange(calls.Select(call => new ToolChatMessage(call.Id, "sunny")));
        var (none, last, text) = await AskAsync(chat, messages, streamed);

        Assert.Equal(ChatFinishReason.ToolCalls, ending);
        Assert.Equal(["get_weather", "get_weather"], calls.Select(call => call.FunctionName));
        Assert.Equal(
            ["""{"city":"Oslo"}""", """{"city":"Rome"}"""],
            calls.Select(call => call.FunctionArguments.ToString())
        );
        Assert.Equal(2, calls.Select(call => call.Id).Distinct().Count());
        Assert.Empty(none);
        Assert.Equal(ChatFinishReason.Stop, last);
        Assert.Equal("It is sunny.", text);
    }

    [Fact]
    public async Task The_SDK_sees_what_it_did_wrong()
    {
        await using var provider = await Providers.StartAsync();
        await using var gateway = Providers.Gateway(provider);
        using var client = gateway.Connect();
        var sdk = Providers.Sdk(client.ApiAddress());

        var unknown = await Assert.ThrowsAsync<ClientResultException>(() =>
            sdk.GetChatClient("no-such")
                .CompleteChatAsync([new UserChatMessage("hello")], null, Cancelled)
        );
        var tooMany = await Assert.ThrowsAsync<ClientResultException>(() =>
            sdk.GetChatClient(Providers.Model)
                .CompleteChatAsync(
                    [new UserChatMessage("hello")],
                    new ChatCompletionOptions { IncludeLogProbabilities = true },
                    Cancelled
                )
        );

        Assert.Equal(404, unknown.Status);
        Assert.Contains("model_not_found", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(400, tooMany.Status);
        Assert.Contains(
            "logprobs is true: only false is supported.",
            tooMany.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_SDK_lists_the_models_that_are_configured()
    {
        await using var provider = await Providers.StartAsync();
        await using var gateway = Providers.Gateway(provider, ("Completions:Models:0", "a/b"));
        using var client = gateway.Connect();
        var models = Providers.Sdk(client.ApiAddress()).GetOpenAIModelClient();

        OpenAIModelCollection all = await models.GetModelsAsync(Cancelled);
        OpenAIModel one = await models.GetModelAsync("a/b", Cancelled);
        var none = await Assert.ThrowsAsync<ClientResultException>(() =>
            models.GetModelAsync("c", Cancelled)
        );

        Assert.Equal([Providers.Model, "a/b"], all.Select(model => model.Id));
        Assert.Equal("a/b", one.Id);
        Assert.Equal(404, none.Status);
    }

    private static async Task<(
        List<string> Chunks,
        StreamingChatCompletionUpdate Last
    )> StreamAsync(Uri api)
    {
        var chunks = new List<string>();
        StreamingChatCompletionUpdate? last = null;
        await foreach (
            var update in Providers
                .Chat(api)
                .CompleteChatStreamingAsync(
                    [new UserChatMessage("hello")],
                    cancellationToken: Cancelled
                )
        )
        {
            last = update;
            chunks.AddRange(
                update.ContentUpdate.Select(part => part.Text).Where(t => t.Length > 0)
            );
        }
        return (chunks, last!);
    }

    private static async Task<(List<ChatToolCall>, ChatFinishReason?, string)> AskAsync(
        ChatClient chat,
        List<ChatMessage> messages,
        bool streamed
    )
    {
        var options = new ChatCompletionOptions { Tools = { _weather } };
        if (!streamed)
        {
            ChatCompletion reply = await chat.CompleteChatAsync(messages, options, Cancelled);
            return (
                [.. reply.ToolCalls],
                reply.FinishReason,
                string.Concat(reply.Content.Select(part => part.Text))
            );
        }
        var ids = new SortedDictionary<int, (string Id, string Name, string Arguments)>();
        var text = "";
        ChatFinishReason? ending = null;
        await foreach (var update in chat.CompleteChatStreamingAsync(messages, options, Cancelled))
        {
            ending ??= update.FinishReason;
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            foreach (var part in update.ToolCallUpdates)
            {
                var (id, name, arguments) = ids.GetValueOrDefault(part.Index);
                ids[part.Index] = (
                    id ?? part.ToolCallId,
                    name ?? part.FunctionName,
                    arguments + part.FunctionArgumentsUpdate
                );
            }
        }
        return (
            [
                .. ids.Values.Select(call =>
                    ChatToolCall.CreateFunctionToolCall(
                        call.Id,
                        call.Name,
                        BinaryData.FromString(call.Arguments)
                    )
                ),
            ],
            ending,
            text
        );
    }
}
