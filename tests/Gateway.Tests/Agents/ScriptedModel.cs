using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

/// <summary>A model that answers as a test says; in a stream, a character at a time.</summary>
internal sealed class ScriptedModel(Func<AskedModel, Task<ChatResponse>> answer) : IChatClient
{
    /// <summary>A model that answers step by step, whatever it is asked.</summary>
    public ScriptedModel(params ChatResponse[] steps)
        : this(InTurn(steps)) { }

    public ConcurrentQueue<AskedModel> Asked { get; } = [];

    public static ChatResponse Says(string text) =>
        new(new ChatMessage(ChatRole.Assistant, text))
        {
            ResponseId = "r",
            ModelId = "m",
            FinishReason = ChatFinishReason.Stop,
            Usage = Usage(),
        };

    public static ChatResponse Calls(params (string Tool, object? Arguments)[] calls) =>
        Calls("", calls);

    public static ChatResponse Calls(string text, params (string Tool, object? Arguments)[] calls)
    {
        var response = Says(text);
        response.FinishReason = ChatFinishReason.ToolCalls;
        response.Messages[0].Contents =
        [
            .. text.Length == 0 ? (AIContent[])[] : [new TextContent(text)],
            .. calls.Select(
                (call, i) =>
                    FunctionCallContent.CreateFromParsedArguments(
                        Text(call.Arguments),
                        $"call-{i}",
                        call.Tool,
                        json => JsonSerializer.Deserialize<Dictionary<string, object?>>(json)
                    )
            ),
        ];
        return response;
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var asked = new AskedModel([.. messages], options, cancellationToken);
        Asked.Enqueue(asked);
        cancellationToken.ThrowIfCancellationRequested();
        return await answer(asked);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        var id = Guid.NewGuid().ToString("N");
        foreach (var content in response.Messages.SelectMany(message => message.Contents))
        {
            foreach (var piece in Pieces(content))
            {
                yield return Update(piece);
            }
        }
        var end = Update();
        end.FinishReason = response.FinishReason;
        yield return end;
        if (response.Usage is { } usage)
        {
            yield return Update(new UsageContent(usage));
        }

        ChatResponseUpdate Update(params AIContent[] contents) =>
            new(ChatRole.Assistant, contents)
            {
                MessageId = id,
                ResponseId = response.ResponseId,
                ModelId = response.ModelId,
            };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private static Func<AskedModel, Task<ChatResponse>> InTurn(ChatResponse[] steps)
    {
        var next = -1;
        return _ => Task.FromResult(steps[Interlocked.Increment(ref next)]);
    }

    private static UsageDetails Usage() =>
        new()
        {
            InputTokenCount = 10,
            OutputTokenCount = 5,
            TotalTokenCount = 15,
        };

    private static IEnumerable<AIContent> Pieces(AIContent content) =>
        content is TextContent text ? text.Text.Select(c => new TextContent($"{c}")) : [content];

    private static string Text(object? arguments) =>
        arguments as string ?? JsonSerializer.Serialize(arguments);
}
