using System.Threading.Channels;
using Microsoft.Extensions.AI;
using static Gateway.Tests.ScriptedModel;

namespace Gateway.Tests;

public sealed class AgentStreamTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deltas_pass_as_they_come_and_as_they_are()
    {
        var pipe = Channel.CreateUnbounded<ChatResponseUpdate>();
        using var agent = new TestAgent(new ChannelModel(pipe.Reader));
        await using var stream = agent
            .Client.GetStreamingResponseAsync("Hi", cancellationToken: Cancelled)
            .GetAsyncEnumerator(Cancelled);

        foreach (var word in new[] { "one", " two", " three" })
        {
            var sent = new ChatResponseUpdate(ChatRole.Assistant, word);
            var next = stream.MoveNextAsync();
            Assert.False(next.IsCompleted);
            await pipe.Writer.WriteAsync(sent, Cancelled);

            Assert.True(await next);
            Assert.Same(sent, stream.Current);
        }
        pipe.Writer.Complete();
        Assert.False(await stream.MoveNextAsync());
    }

    [Fact]
    public async Task Text_calls_results_and_one_usage_come_in_their_order()
    {
        var model = new ScriptedModel(
            Calls("Wait", ("calculator", new { expression = "2^10" })),
            Says("Ok")
        );
        using var agent = new TestAgent(model);

        var updates = await agent
            .Client.GetStreamingResponseAsync("Hi", cancellationToken: Cancelled)
            .ToListAsync(Cancelled);

        Assert.Equal(
            ["W", "a", "i", "t", "call", "result 1024", "O", "k", "end", "usage 30"],
            updates.SelectMany(Told)
        );
    }

    [Fact]
    public async Task Updates_that_a_cache_may_hold_are_not_changed()
    {
        var usage = new UsageContent(new() { TotalTokenCount = 1 });
        ChatResponseUpdate[] held =
        [
            new(ChatRole.Assistant, [new TextContent("Hi"), usage]),
            new(ChatRole.Assistant, [new FunctionCallContent("1", "clock")])
            {
                FinishReason = ChatFinishReason.ToolCalls,
            },
        ];
        var pipe = Channel.CreateUnbounded<ChatResponseUpdate>();
        foreach (var update in held)
        {
            pipe.Writer.TryWrite(update);
        }
        pipe.Writer.Complete();
        using var agent = new TestAgent(new ChannelModel(pipe.Reader));

        await agent
            .Client.GetStreamingResponseAsync("Hi", cancellationToken: Cancelled)
            .ToListAsync(Cancelled);

        Assert.Equal(2, held[0].Contents.Count);
        Assert.Equal(ChatFinishReason.ToolCalls, held[1].FinishReason);
    }

    private static IEnumerable<string> Told(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
        {
            yield return content switch
            {
                TextContent text => text.Text,
                FunctionCallContent => "call",
                FunctionResultContent result => $"result {result.Result}",
                UsageContent usage => $"usage {usage.Details.TotalTokenCount}",
                _ => content.GetType().Name,
            };
        }
        if (update.FinishReason is not null)
        {
            yield return "end";
        }
    }

    /// <summary>Streams what is put into a channel in the first step, and nothing in later ones.</summary>
    private sealed class ChannelModel(ChannelReader<ChatResponseUpdate> updates) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        ) => updates.ReadAllAsync(cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
