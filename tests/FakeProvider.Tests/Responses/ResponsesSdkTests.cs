#pragma warning disable OPENAI001 // The SDK marks its responses as experimental.
using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI.Responses;

namespace GatewayBench.FakeProviderTests;

/// <summary>NuGet's unmodified OpenAI SDK is a judge of the wire format.</summary>
public sealed class ResponsesSdkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_SDK_reads_a_response()
    {
        await using var provider = await ProviderClient.StartAsync();
        var options = new CreateResponseOptions
        {
            Model = "gpt-4o-mini",
            Instructions = "Be brief.",
            Temperature = 0.5f,
            EndUserId = "somebody",
            StoredOutputEnabled = false,
        };
        options.InputItems.Add(ResponseItem.CreateDeveloperMessageItem("Rules"));
        options.InputItems.Add(ResponseItem.CreateUserMessageItem("hello world"));
        options.InputItems.Add(ResponseItem.CreateAssistantMessageItem("one two three"));
        options.InputItems.Add(ResponseItem.CreateUserMessageItem("again"));

        ResponseResult response = await Client(provider).CreateResponseAsync(options, Cancellation);

        Assert.Equal(ResponseStatus.Completed, response.Status);
        Assert.Equal("gpt-4o-mini", response.Model);
        Assert.Equal(0.5f, response.Temperature);
        Assert.Equal(50, response.GetOutputText().Split(' ').Length);
        var message = Assert.IsType<MessageResponseItem>(
            Assert.Single(response.OutputItems),
            exactMatch: false
        );
        Assert.Equal(MessageRole.Assistant, message.Role);
        Assert.Equal(3 + 5 * 4 + 2 + 1 + 2 + 3 + 1, response.Usage.InputTokenCount);
        Assert.Equal(0, response.Usage.InputTokenDetails.CachedTokenCount);
        Assert.Equal(50, response.Usage.OutputTokenCount);
        Assert.Equal(0, response.Usage.OutputTokenDetails.ReasoningTokenCount);
        Assert.Equal(82, response.Usage.TotalTokenCount);
        Assert.Null(response.Error);
        Assert.Null(response.IncompleteStatusDetails);
    }

    [Fact]
    public async Task The_SDK_sees_that_its_maximum_cut_the_reply()
    {
        await using var provider = await ProviderClient.StartAsync();

        ResponseResult response = await Client(provider)
            .CreateResponseAsync(Asking(maxTokens: 5), Cancellation);

        Assert.Equal(ResponseStatus.Incomplete, response.Status);
        Assert.Equal(
            ResponseIncompleteStatusReason.MaxOutputTokens,
            response.IncompleteStatusDetails.Reason
        );
        Assert.Equal(5, response.Usage.OutputTokenCount);
    }

    [Fact]
    public async Task The_SDK_reads_the_same_words_from_a_stream()
    {
        await using var provider = await ProviderClient.StartAsync();
        ResponseResult whole = await Client(provider).CreateResponseAsync(Asking(), Cancellation);

        var updates = new List<StreamingResponseUpdate>();
        var options = Asking();
        options.StreamingEnabled = true;
        await foreach (
            var update in await Client(provider).CreateResponseStreamingAsync(options, Cancellation)
        )
        {
            updates.Add(update);
        }

        Assert.Equal(Enumerable.Range(0, 58), updates.Select(update => update.SequenceNumber));
        var words = updates.OfType<StreamingResponseOutputTextDeltaUpdate>().Select(u => u.Delta);
        Assert.Equal(whole.GetOutputText(), string.Concat(words));
        Assert.IsType<StreamingResponseCreatedUpdate>(updates[0]);
        var last = Assert.IsType<StreamingResponseCompletedUpdate>(updates[^1]);
        Assert.Equal(whole.GetOutputText(), last.Response.GetOutputText());
        Assert.Equal(50, last.Response.Usage.OutputTokenCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_agents_loop_ends_after_the_tools_result(bool isStreamed)
    {
        await using var provider = await ProviderClient.StartAsync();
        var options = Asking();
        options.StreamingEnabled = isStreamed;
        options.ToolChoice = ResponseToolChoice.CreateRequiredChoice();
        options.Tools.Add(
            ResponseTool.CreateFunctionTool(
                "add",
                BinaryData.FromString(
                    """
                    {"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]}
                    """
                ),
                strictModeEnabled: true,
                "Adds"
            )
        );
        var turns = 0;

        while (true)
        {
            turns++;
            var response = await ResponseAsync(Client(provider), options);
            var calls = response.OutputItems.OfType<FunctionCallResponseItem>().ToArray();
            if (calls.Length == 0)
            {
                Assert.Equal(50, response.GetOutputText().Split(' ').Length);
                break;
            }
            var call = Assert.Single(calls);
            Assert.Equal("add", call.FunctionName);
            Assert.Equal("""{"a":0}""", call.FunctionArguments.ToString());
            options.InputItems.Add(call);
            options.InputItems.Add(ResponseItem.CreateFunctionCallOutputItem(call.CallId, "3"));
        }

        Assert.Equal(2, turns);
    }

    [Fact]
    public async Task The_SDKs_previous_response_is_repeated_and_no_more()
    {
        await using var provider = await ProviderClient.StartAsync();
        ResponseResult first = await Client(provider)
            .CreateResponseAsync("m", "hello", cancellationToken: Cancellation);

        ResponseResult second = await Client(provider)
            .CreateResponseAsync("m", "hello", first.Id, Cancellation);

        Assert.Equal(first.Id, second.PreviousResponseId);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(first.GetOutputText(), second.GetOutputText());
        Assert.Equal(first.Usage.InputTokenCount, second.Usage.InputTokenCount);
    }

    [Fact]
    public async Task The_SDK_surfaces_a_400_with_its_message()
    {
        await using var provider = await ProviderClient.StartAsync();

        var error = await Assert.ThrowsAsync<ClientResultException>(() =>
            Client(provider).CreateResponseAsync(Asking(maxTokens: -1), Cancellation)
        );

        Assert.Equal(400, error.Status);
        Assert.Contains("max_output_tokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_SDK_surfaces_a_429()
    {
        await using var provider = await ProviderClient.StartAsync(o =>
            o.RateLimit.RequestsPerMinute = 1
        );
        await provider.AskAsync("hello");

        // The key differs from that of the plain request, so the first one passes.
        await Client(provider).CreateResponseAsync(Asking(), Cancellation);
        var error = await Assert.ThrowsAsync<ClientResultException>(() =>
            Client(provider).CreateResponseAsync(Asking(), Cancellation)
        );

        Assert.Equal(429, error.Status);
        Assert.Contains("rate_limit_exceeded", error.Message, StringComparison.Ordinal);
    }

    private static async Task<ResponseResult> ResponseAsync(
        ResponsesClient client,
        CreateResponseOptions options
    )
    {
        if (options.StreamingEnabled != true)
        {
            return await client.CreateResponseAsync(options, Cancellation);
        }
        var updates = new List<StreamingResponseUpdate>();
        await foreach (
            var update in await client.CreateResponseStreamingAsync(options, Cancellation)
        )
        {
            updates.Add(update);
        }
        return Assert.IsType<StreamingResponseCompletedUpdate>(updates[^1]).Response;
    }

    private static CreateResponseOptions Asking(int? maxTokens = null)
    {
        var options = new CreateResponseOptions { Model = "m", MaxOutputTokenCount = maxTokens };
        options.InputItems.Add(ResponseItem.CreateUserMessageItem("hello"));
        return options;
    }

    private static ResponsesClient Client(ProviderClient provider) =>
        new(
            new ApiKeyCredential("sk-any"),
            new ResponsesClientOptions
            {
                Endpoint = new Uri(provider.Provider.BaseAddress, "v1"),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            }
        );
}
